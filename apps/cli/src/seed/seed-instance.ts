import type { Vault } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { Instant, StaffActor } from '#libs/domain';
import { deskFactsOf, PolicyCache, SystemIds } from '#libs/persistence';
import { FastForward } from './fast-forward';
import { leadsRounds, planCases } from './plan';
import { chance } from './random';
import { SeedingSession } from './seeding-session';
import { SeedingWork } from './seeding-work';
import { Storyteller, type Cast } from './storyteller';
import { tell } from './tell';
import { Timetable } from './timetable';

export interface Seeding {
  readonly migratorUrl: string;
  readonly vault: Vault;
  readonly pack: AreaPack;
  readonly count: number;
  readonly days: number;
  readonly seed: number;
  readonly now: Instant;
  progress(done: number, all: number): void;
}

/** Tells invented stories in a database that has not been opened yet, and leaves it unopened. */
export async function seedInstance(seeding: Seeding): Promise<void> {
  const { pack, vault } = seeding;
  const cases = planCases({ ...seeding, chance: chance(seeding.seed) });
  const session = await SeedingSession.open(seeding.migratorUrl);
  try {
    const ids = new SystemIds();
    const timetable = new Timetable();
    const work = new SeedingWork(session, timetable, {
      policies: new PolicyCache(),
      desk: deskFactsOf(pack),
    });
    const cast = castOf(pack);
    await tell(cases, {
      teller: new Storyteller(work, vault, ids, cast, session),
      forward: new FastForward(session, timetable, work, ids),
      rounds: leadsRounds(seeding),
      session,
      officers: cast.officers,
      progress: seeding.progress,
    });
  } finally {
    await session.close();
  }
}

function castOf(pack: AreaPack): Cast {
  const actor = (role: StaffActor['role'], index = 0): StaffActor => {
    const persona = pack.personas.filter((candidate) => candidate.role === role)[index];
    if (!persona) throw new Error(`the area pack needs ${index + 1} personas with the role ${role}`);
    const { userId, agencyId, teamId } = persona;
    return { kind: 'staff', userId, role, agencyId, teamId };
  };
  return {
    officers: [actor('officer'), actor('officer', 1)],
    responder: actor('first-responder'),
    colleague: actor('first-responder', 1),
    lead: actor('duty-lead'),
  };
}
