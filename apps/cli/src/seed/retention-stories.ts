import { CarryOutErasures, DecideErasure, ProposeErasure, RecordDeath, SetHold } from '#libs/casework';
import { HOUR, plus, type CaseId, type ErasureId, type HoldReason, type StaffActor } from '#libs/domain';
import { NO_OUTSIDE_LEDGER } from '#libs/persistence';
import { personaIn } from './cast';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

const DAY = 24 * HOUR;

interface Keepers {
  readonly stage: Stage;
  readonly officer: StaffActor;
  readonly manager: StaffActor;
}

/**
 * Somebody who died, two records on hold, one person whose record was erased, and another whose erasure waits for a
 * second person.
 */
export function retentionStories({ stage, pack, now }: Today): readonly Scene[] {
  const [officer, manager] = [personaIn(pack, 'data-protection-officer'), personaIn(pack, 'service-manager')];
  if (officer === null || manager === null) return [];
  const keepers = { stage, officer, manager };
  const days = (count: number) => plus(now, -count * DAY);
  return [
    { at: days(9), play: () => death(stage) },
    {
      at: days(8),
      play: () => hold(keepers, { nth: 3, reason: 'court-case', note: 'Sample Crown Court, ZZ-0001' }),
    },
    { at: days(7), play: () => erased(keepers, 1) },
    {
      at: days(4),
      play: () => hold(keepers, { nth: 2, reason: 'civil-claim', note: 'Sample claim, ZZ-0002' }),
    },
    { at: days(1), play: async () => void (await propose(keepers, 0)) },
  ];
}

/** The case closes, with a reason of its own in the figures. The oldest cases are those of which people ask for data. */
async function death({ work, ids, session, cast }: Stage): Promise<void> {
  const [open] = await session.look<{ caseId: CaseId; revision: number }>(
    `select c.case_id as "caseId", c.revision from app.case_file c join app.person p using (person_id)
     where c.closed_at is null and c.handling_agency_id = $1 and not c.walled
       and p.age_band not in ('under-13', '13-15', '16-17')
     order by c.opened_at, c.case_id offset 8 limit 1`,
    [cast.lead.agencyId],
  );
  if (open === undefined) return;
  const input = { ...open, toldBy: 'police', diedOn: null, family: 'to-be-asked' } as const;
  await new RecordDeath(work, ids).execute(cast.lead, input, fresh());
}

async function hold(
  { stage, officer }: Keepers,
  { nth, reason, note }: { nth: number; reason: HoldReason; note: string },
): Promise<void> {
  const reference = await endedCase(stage, nth);
  if (reference === null) return;
  const { work, vault, ids } = stage;
  await new SetHold(work, vault, ids).execute(officer, { reference, reason, note, untilOn: null }, fresh());
}

async function erased(keepers: Keepers, nth: number): Promise<void> {
  const erasureId = await propose(keepers, nth);
  if (erasureId === null) return;
  const { stage, manager } = keepers;
  const decision = { erasureId, revision: 1, decision: { kind: 'approve' } } as const;
  await new DecideErasure(stage.work).execute(manager, decision, fresh());
  await new CarryOutErasures(stage.work, stage.vault, NO_OUTSIDE_LEDGER).execute({ limit: 1 });
}

async function propose({ stage, officer }: Keepers, nth: number): Promise<ErasureId | null> {
  const reference = await endedCase(stage, nth);
  if (reference === null) return null;
  const once = await new ProposeErasure(stage.work, stage.ids).execute(officer, { reference }, fresh());
  return once.kind === 'done' && once.result.kind === 'proposed' ? once.result.erasureId : null;
}

/** One of the cases that ended first; null where too few have ended yet. */
async function endedCase({ session }: Stage, nth: number): Promise<string | null> {
  const [row] = await session.look<{ reference: string }>(
    `select reference from app.case_file where closed_at is not null and not walled
     order by closed_at, case_id offset $1 limit 1`,
    [nth],
  );
  return row?.reference ?? null;
}
