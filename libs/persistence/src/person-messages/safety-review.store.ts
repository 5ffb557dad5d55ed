import type { SafetyReviewRecord, SafetyReviewStore } from '#libs/casework';
import type { SafetyReviewId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { REVIEW_COLUMNS, reviewOf, type RawReview } from './review-row';

export class PostgresSafetyReviewStore implements SafetyReviewStore {
  constructor(private readonly manager: EntityManager) {}

  async open(review: SafetyReviewRecord): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `insert into app.safety_review (review_id, case_id, person_id, handling_agency_id, reference, route_id,
         message_id, cause, opened_at, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (message_id) do nothing returning review_id`,
      [
        review.id,
        review.caseId,
        review.personId,
        review.handlingAgencyId,
        review.reference,
        review.routeId,
        review.messageId,
        review.cause,
        dateOf(review.openedAt),
        dateOf(review.dueAt),
      ],
    );
    return rows.length > 0;
  }

  async lock(id: SafetyReviewId): Promise<SafetyReviewRecord | null> {
    const [row] = await this.manager.query<RawReview[]>(
      `select ${REVIEW_COLUMNS} from app.safety_review v where v.review_id = $1 for update`,
      [id],
    );
    return row ? reviewOf(row) : null;
  }

  async answer({ id, state, answer, answeredBy, answeredAt }: SafetyReviewRecord): Promise<void> {
    await this.manager.query(
      `update app.safety_review set state = $2, answer = $3, answered_by = $4, answered_at = $5,
         revision = revision + 1
       where review_id = $1`,
      [id, state, answer, answeredBy, answeredAt === null ? null : dateOf(answeredAt)],
    );
  }
}
