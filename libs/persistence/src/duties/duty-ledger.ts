import type { CaseId, DutyId, DutyInputs, Instant, PlanReason } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** One due time of a duty, with everything that it was worked out from. */
export interface DutyLedgerVersion {
  readonly version: number;
  readonly dueAt: Instant;
  readonly inputs: DutyInputs;
  readonly reason: PlanReason;
  readonly recordedAt: Instant;
}

/** Every due time that a duty of a case has had, the first first; none where the reader may not see it. */
export async function dutyLedger(
  manager: EntityManager,
  { caseId, dutyId }: { readonly caseId: CaseId; readonly dutyId: DutyId },
): Promise<readonly DutyLedgerVersion[]> {
  const rows = await manager.query<
    { version: number; due_at: Date; inputs: DutyInputs; reason: PlanReason; recorded_at: Date }[]
  >(
    `select version, due_at, inputs, reason, recorded_at from app.duty_version
     where case_id = $1 and duty_id = $2 order by version`,
    [caseId, dutyId],
  );
  return rows.map(({ version, due_at, inputs, reason, recorded_at }) => ({
    version,
    dueAt: instantOf(due_at),
    inputs,
    reason,
    recordedAt: instantOf(recorded_at),
  }));
}
