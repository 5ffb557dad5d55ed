import { OpenInEmergency, RecordSuspect, ReviewBreakGlass, SetWall, type SetWallInput } from '#libs/casework';
import { HOUR, plus, type BreakGlassId, type CaseId, type StaffActor } from '#libs/domain';
import { personaIn } from './cast';
import type { Scene, Today } from './scene';
import { KNOWN_AS_SUSPECT } from './second-referrals';
import type { SeedingWallWork } from './seeding-wall-work';
import { fresh, type Stage } from './stage';

interface OpenCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly revision: number;
}

type Around = Pick<SetWallInput, 'kind' | 'target' | 'spareReferrer' | 'sparesLeads' | 'basis'>;

/**
 * Three people who must not be seen by somebody: a colleague who knows one of them, the force of which another is a
 * family member, and a whole team past whose wall two emergencies led; one of those waits for its review. And a suspect
 * who may be known here as a person, for the worker to find.
 */
export function wallStories({
  stage,
  pack,
  now,
  wall,
}: Today & { readonly wall: SeedingWallWork }): readonly Scene[] {
  const { cast } = stage;
  const reviewer = personaIn(pack, 'data-protection-officer');
  const [officer = cast.lead] = cast.officers;
  const colleague: Around = { ...STAFF, target: { kind: 'user', userId: cast.colleague.userId } };
  const force: Around = {
    kind: 'police-family',
    target: { kind: 'agency', agencyId: officer.agencyId },
    spareReferrer: true,
    sparesLeads: false,
    basis: 'person-said',
  };
  const { teamId } = cast.responder;
  const hours = (count: number) => plus(now, -count * HOUR);
  return [
    {
      at: hours(75),
      play: async () => void (await setWall(stage, { nth: FIRST_WALLED, around: colleague })),
    },
    { at: hours(74), play: async () => void (await setWall(stage, { nth: FIRST_WALLED, around: force })) },
    ...(teamId === null || reviewer === null
      ? []
      : [
          {
            at: hours(73),
            play: () => emergencies(stage, { target: { kind: 'team', teamId }, reviewer }),
          },
        ]),
    { at: hours(6), play: () => suspect(stage, wall) },
  ];
}

/** The newest cases are left to the stories of today. */
const FIRST_WALLED = 16;
const STAFF = { kind: 'staff', spareReferrer: false, sparesLeads: true, basis: 'colleague-said' } as const;

async function setWall(
  stage: Stage,
  { nth, around }: { nth: number; around: Around },
): Promise<OpenCase | null> {
  const open = await openCase(stage, nth);
  if (open === null) return null;
  const { caseId, revision } = open;
  await new SetWall(stage.work, stage.ids).execute(stage.cast.lead, { ...around, caseId, revision }, fresh());
  return open;
}

async function emergencies(
  stage: Stage,
  { target, reviewer }: { target: Around['target']; reviewer: StaffActor },
): Promise<void> {
  const { work, cast } = stage;
  const walled = await setWall(stage, { nth: FIRST_WALLED, around: { ...STAFF, target } });
  if (walled === null) return;
  const first = await openPast(stage, { ...walled, who: cast.responder, reason: 'danger-to-life' });
  if (first === null) return;
  const input = { id: first, revision: 1, review: 'justified' } as const;
  await new ReviewBreakGlass(work).execute(reviewer, input, fresh());
  await openPast(stage, { ...walled, who: cast.colleague, reason: 'nobody-else-on-duty' });
}

async function openPast(
  { work, vault, ids, session }: Stage,
  {
    reference,
    who,
    reason,
  }: OpenCase & { who: StaffActor; reason: 'danger-to-life' | 'nobody-else-on-duty' },
): Promise<BreakGlassId | null> {
  const provenAt = await work.run(who, (tx) => Promise.resolve(tx.now));
  const why = 'Invented: they rang the duty line and nobody else was there.';
  await new OpenInEmergency(work, vault, ids).execute(who, { reference, reason, why, provenAt }, fresh());
  const [row] = await session.look<{ id: BreakGlassId }>(
    'select grant_id as id from app.break_glass where user_id = $1 order by granted_at desc limit 1',
    [who.userId],
  );
  return row?.id ?? null;
}

/** Compared by the worker once the instance is open, as any other. */
async function suspect(stage: Stage, wall: SeedingWallWork): Promise<void> {
  const open = await openCase(stage, 0);
  if (open === null) return;
  const input = { caseId: open.caseId, names: [KNOWN_AS_SUSPECT], bornOn: null };
  await new RecordSuspect(wall, stage.vault, stage.ids).execute(stage.cast.responder, input, fresh());
}

/** Open cases without a wall, the newest first. */
async function openCase({ session, cast }: Stage, nth: number): Promise<OpenCase | null> {
  const [row] = await session.look<OpenCase>(
    `select c.case_id as "caseId", c.reference, c.revision from app.case_file c join app.referral r using (referral_id)
     where c.closed_at is null and c.handling_agency_id = $1 and not c.walled and r.source = 'police'
     order by c.opened_at desc, c.case_id offset $2 limit 1`,
    [cast.lead.agencyId, nth],
  );
  return row ?? null;
}
