import { ApiProperty } from '@nestjs/swagger';
import type { SafetyReviewRecord } from '#libs/casework';
import { isoOf, mayDo, REVIEW_ANSWERS, REVIEW_CAUSES, type Instant, type StaffActor } from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

/** A route on which a message did not arrive as it should: it is on hold until a duty lead has looked at it. */
export class SafetyReviewView {
  @IdProperty('The review.')
  id: string;

  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @IdProperty('The route.')
  routeId: string;

  @IdProperty('The message.')
  messageId: string;

  @CodeProperty(REVIEW_CAUSES, 'What happened.')
  cause: string;

  @CodeProperty(['open', 'answered'], 'Whether it was looked at.')
  state: string;

  @InstantProperty('When it was opened.')
  openedAt: string;

  @InstantProperty('When it should be looked at.')
  dueAt: string;

  @YesNoProperty('Whether that time has passed.', false)
  overdue: boolean;

  @CodeProperty(REVIEW_ANSWERS, 'What became of the route; null while it is open.', { nullable: true })
  answer: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class SafetyReviewPageView {
  @ApiProperty({ type: [SafetyReviewView], description: 'The earliest due first.' })
  items: SafetyReviewView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class ReviewAnsweredView {
  @IdProperty('The review.')
  id: string;

  @IdProperty('The case.')
  caseId: string;

  @CodeProperty(REVIEW_ANSWERS, 'What becomes of the route.')
  answer: string;
}

export function safetyReviewView(
  review: SafetyReviewRecord,
  { actor, now }: { actor: StaffActor; now: Instant },
): SafetyReviewView {
  const { id, caseId, reference, routeId, messageId, cause, state, openedAt, dueAt, answer, revision } =
    review;
  const open = state === 'open';
  const path = `/api/v1/cases/${caseId}`;
  return {
    id,
    caseId,
    reference,
    routeId,
    messageId,
    cause,
    state,
    openedAt: isoOf(openedAt),
    dueAt: isoOf(dueAt),
    overdue: open && dueAt < now,
    answer,
    etag: entityTag(revision),
    availableActions: availableOf([
      {
        action: 'read-messages',
        method: 'GET',
        href: `${path}/messages`,
        may: mayDo(actor, 'see-safety-reviews'),
      },
      {
        action: 'answer',
        method: 'POST',
        href: `${path}/safety-reviews/${id}/answer`,
        may: open && mayDo(actor, 'answer-safety-review'),
      },
    ]),
  };
}
