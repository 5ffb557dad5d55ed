import type { SafetyReviewRecord } from '#libs/casework';
import type { CaseId, Instant, PersonMessage, SafetyReviewId, StopCause } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';
import { MESSAGE_COLUMNS, messageOf, type RawMessage } from './person-message.store';
import { REVIEW_COLUMNS, reviewOf, type RawReview } from './review-row';

/** A stop that is in force for the person of a case. */
export interface StopInForce {
  readonly cause: StopCause;
  readonly stoppedAt: Instant;
}

/** What left, or waits to leave, for the person of a case, newest first, and what is being looked at because of it. */
export interface CaseMessages {
  readonly messages: readonly PersonMessage[];
  readonly reviews: readonly SafetyReviewRecord[];
  readonly stop: StopInForce | null;
}

/** One page of messages is more than anybody writes to one person. */
const MOST = 50;

export async function caseMessages(manager: EntityManager, caseId: CaseId): Promise<CaseMessages> {
  const messages = await manager.query<RawMessage[]>(
    `select ${MESSAGE_COLUMNS} from app.person_message m where m.case_id = $1
     order by m.queued_at desc, m.message_id desc limit $2`,
    [caseId, MOST],
  );
  const reviews = await manager.query<RawReview[]>(
    `select ${REVIEW_COLUMNS} from app.safety_review v where v.case_id = $1
     order by v.state = 'open' desc, v.opened_at desc, v.review_id limit $2`,
    [caseId, MOST],
  );
  return {
    messages: messages.map(messageOf),
    reviews: reviews.map(reviewOf),
    stop: await stopOf(manager, caseId),
  };
}

async function stopOf(manager: EntityManager, caseId: CaseId): Promise<StopInForce | null> {
  const [row] = await manager.query<{ cause: StopCause; stopped_at: Date }[]>(
    `select s.cause, s.stopped_at from app.contact_stop s
     join app.case_file c on c.person_id = s.person_id where c.case_id = $1 and s.lifted_at is null
     order by s.cause = 'died' desc limit 1`,
    [caseId],
  );
  return row ? { cause: row.cause, stoppedAt: instantOf(row.stopped_at) } : null;
}

/** Where a page of reviews ends. */
export interface ReviewCursor {
  readonly dueAt: Instant;
  readonly id: SafetyReviewId;
}

/** Reviews that nobody has answered, the earliest due first. Row-level security keeps other agencies' out. */
export async function openReviews(
  manager: EntityManager,
  { limit, after = null }: { limit: number; after?: ReviewCursor | null },
): Promise<readonly SafetyReviewRecord[]> {
  const rows = await manager.query<RawReview[]>(
    `select ${REVIEW_COLUMNS} from app.safety_review v where v.state = 'open'
       and ($2::uuid is null or (v.due_at, v.review_id) > ($3::timestamptz, $2::uuid))
     order by v.due_at, v.review_id limit $1`,
    [limit, after?.id ?? null, after === null ? null : new Date(after.dueAt)],
  );
  return rows.map(reviewOf);
}

export async function countOpenReviews(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `select count(*)::integer as count from app.safety_review where state = 'open'`,
  );
  return row?.count ?? 0;
}
