import type { Vault } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { Instant } from '#libs/domain';
import { deskFactsOf, PolicyCache, SystemIds } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { castOf } from './cast';
import { deskLife } from './desk-life';
import { FastForward } from './fast-forward';
import { leadsRounds, planCases } from './plan';
import { chance } from './random';
import { seedingNoteWorks } from './seeding-note-work';
import { SeedingSession } from './seeding-session';
import { SeedingWallWork } from './seeding-wall-work';
import { SeedingWork } from './seeding-work';
import { tell } from './tell';
import { Timetable } from './timetable';
import type { YearSettings } from './year-settings';

export interface Seeding {
  readonly migratorUrl: string;
  readonly vault: Vault;
  readonly pack: AreaPack;
  readonly settings: YearSettings;
  readonly count: number;
  readonly days: number;
  readonly seed: number;
  readonly now: Instant;
  progress(done: number, all: number): void;
}

/** Tells invented stories in a database that has not been opened yet, and leaves it unopened. */
export async function seedInstance(seeding: Seeding): Promise<void> {
  const { pack, vault, now, progress } = seeding;
  const cases = planCases({ ...seeding, chance: chance(seeding.seed) });
  const session = await SeedingSession.open(seeding.migratorUrl);
  try {
    const ids = new SystemIds();
    const timetable = new Timetable();
    const work = new SeedingWork(session, timetable, {
      policies: new UnchangingPolicies(),
      desk: deskFactsOf(pack),
    });
    const stage = { work, vault, ids, session, cast: castOf(pack) };
    const life = deskLife({
      ...seeding,
      stage,
      wall: new SeedingWallWork(session),
      notes: seedingNoteWorks(session),
      chance: chance(seeding.seed + 2),
    });
    await tell(cases, {
      stage,
      life,
      forward: new FastForward(session, timetable, work, ids),
      rounds: leadsRounds(seeding),
      chance: chance(seeding.seed + 1),
      now,
      progress,
    });
  } finally {
    await session.close();
  }
}

/** No version is added while the past is told, so what was read once is read for good. */
class UnchangingPolicies extends PolicyCache {
  override get(manager: EntityManager): ReturnType<PolicyCache['get']> {
    this.known ??= super.get(manager);
    return this.known;
  }

  private known: ReturnType<PolicyCache['get']> | undefined;
}
