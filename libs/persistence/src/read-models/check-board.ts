import type { CheckId, CheckRecord } from '#libs/casework';
import type { CaseId, Instant, Outcome, Role, UserId, WelfareCheck } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/** What waits for a second person, with both times that differ. */
export interface CheckBoardRow {
  readonly checkId: CheckId;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly reason: string;
  readonly askedAt: Instant;
  readonly askedBy: UserId;
  /** Null when they work for another agency, whose staff this one does not see. */
  readonly askedByRole: Role | null;
  readonly revision: number;
  readonly claim:
    | {
        readonly kind: 'late-entry';
        readonly outcome: Outcome;
        readonly happenedAt: Instant;
        readonly recordedAt: Instant;
      }
    | {
        readonly kind: 'corrected-start' | 'back-dated-exception';
        readonly from: Instant;
        readonly to: Instant;
      }
    | { readonly kind: 'exhausted'; readonly attempts: number; readonly welfareCheck: WelfareCheck };
}

export interface CheckBoardCursor {
  readonly askedAt: Instant;
  readonly checkId: CheckId;
}

/** Oldest first. Row-level security keeps every other agency's out. */
export async function checkBoard(
  manager: EntityManager,
  { after, limit }: { after: CheckBoardCursor | null; limit: number },
): Promise<readonly CheckBoardRow[]> {
  const rows = await manager.query<RawRow[]>(
    `select k.check_id, k.kind, k.case_id, k.reference, k.reason, k.asked_at, k.asked_by, u.role as asked_by_role,
       k.revision, k.corrected_start_at, x.from_at, x.recorded_at as exception_at,
       h.attempts as exhausted_attempts, h.welfare_check, a.outcome, a.happened_at, a.recorded_at, p.reported_at
     from app.second_person_check k
     join app.case_file c on c.case_id = k.case_id
     join app.referral r on r.referral_id = c.referral_id
     join app.report p on p.report_id = r.report_id
     left join app.contact_attempt a on a.attempt_id = k.attempt_id
     left join app.deadline_exception x on x.exception_id = k.exception_id
     left join app.exhausted_contact h on h.check_id = k.check_id
     left join app.staff_user u on u.user_id = k.asked_by
     where k.state = 'waiting' and ($2::uuid is null or (k.asked_at, k.check_id) > ($3::timestamptz, $2::uuid))
     order by k.asked_at, k.check_id limit $1`,
    [limit, after?.checkId ?? null, after === null ? null : dateOf(after.askedAt)],
  );
  return rows.map((row) => ({
    checkId: row.check_id,
    caseId: row.case_id,
    reference: row.reference,
    reason: row.reason,
    askedAt: instantOf(row.asked_at),
    askedBy: row.asked_by,
    askedByRole: row.asked_by_role,
    revision: row.revision,
    claim: claimOf(row),
  }));
}

function claimOf(row: RawRow): CheckBoardRow['claim'] {
  if (row.kind === 'corrected-start') {
    return { kind: row.kind, from: instantOf(row.reported_at), to: instantOf(row.corrected_start_at) };
  }
  if (row.kind === 'back-dated-exception')
    return { kind: row.kind, from: instantOf(row.from_at), to: instantOf(row.exception_at) };
  if (row.kind === 'exhausted')
    return { kind: row.kind, attempts: row.exhausted_attempts, welfareCheck: row.welfare_check };
  const { outcome, happened_at, recorded_at } = row;
  return {
    kind: row.kind,
    outcome,
    happenedAt: instantOf(happened_at),
    recordedAt: instantOf(recorded_at),
  };
}

interface RawCommon {
  readonly check_id: CheckId;
  readonly case_id: CaseId;
  readonly reference: string;
  readonly reason: string;
  readonly asked_at: Date;
  readonly asked_by: UserId;
  readonly asked_by_role: Role | null;
  readonly revision: number;
  readonly reported_at: Date;
}

type Kind = CheckRecord['kind'];
type RawRow = RawCommon &
  (
    | {
        readonly kind: Extract<Kind, 'late-entry'>;
        readonly outcome: Outcome;
        readonly happened_at: Date;
        readonly recorded_at: Date;
      }
    | { readonly kind: Extract<Kind, 'corrected-start'>; readonly corrected_start_at: Date }
    | {
        readonly kind: Extract<Kind, 'back-dated-exception'>;
        readonly from_at: Date;
        readonly exception_at: Date;
      }
    | {
        readonly kind: Extract<Kind, 'exhausted'>;
        readonly exhausted_attempts: number;
        readonly welfare_check: WelfareCheck;
      }
  );
