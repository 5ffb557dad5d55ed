import type { SafetyReviewRecord } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  PersonId,
  PersonMessageId,
  ReviewAnswer,
  ReviewCause,
  ReviewState,
  RouteId,
  SafetyReviewId,
  UserId,
} from '#libs/domain';
import { instantOf } from '../columns';

export const REVIEW_COLUMNS = `v.review_id, v.case_id, v.person_id, v.handling_agency_id, v.reference, v.route_id,
  v.message_id, v.cause, v.state, v.opened_at, v.due_at, v.answer, v.answered_by, v.answered_at, v.revision`;

export interface RawReview {
  readonly review_id: SafetyReviewId;
  readonly case_id: CaseId;
  readonly person_id: PersonId;
  readonly handling_agency_id: AgencyId;
  readonly reference: string;
  readonly route_id: RouteId;
  readonly message_id: PersonMessageId;
  readonly cause: ReviewCause;
  readonly state: ReviewState;
  readonly opened_at: Date;
  readonly due_at: Date;
  readonly answer: ReviewAnswer | null;
  readonly answered_by: UserId | null;
  readonly answered_at: Date | null;
  readonly revision: number;
}

export function reviewOf(row: RawReview): SafetyReviewRecord {
  return {
    id: row.review_id,
    caseId: row.case_id,
    personId: row.person_id,
    handlingAgencyId: row.handling_agency_id,
    reference: row.reference,
    routeId: row.route_id,
    messageId: row.message_id,
    cause: row.cause,
    state: row.state,
    openedAt: instantOf(row.opened_at),
    dueAt: instantOf(row.due_at),
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at && instantOf(row.answered_at),
    revision: row.revision,
  };
}
