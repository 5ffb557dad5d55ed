import type { Brand } from '../brand';
import type { Machine } from '../machine';
import type { RouteState } from '../safe-contact';
import { HOUR, plus, type Instant } from '../time';

export type SafetyReviewId = Brand<string, 'SafetyReviewId'>;

/** What made somebody look at a route: always a message that did not arrive as it should. */
export const REVIEW_CAUSES = ['not-accepted', 'bounced', 'given-up', 'outcome-unknown'] as const;
export type ReviewCause = (typeof REVIEW_CAUSES)[number];

/** What a duty lead decides about the route. */
export const REVIEW_ANSWERS = ['keep-on-hold', 'out-of-use', 'safe-again'] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];

export type ReviewState = 'open' | 'answered';

/** An alert of its own kind: an answer about the route ends it, nothing else does. */
export const safetyReviewMachine: Machine<ReviewState, 'answer'> = {
  name: 'safety review',
  initial: 'open',
  terminal: ['answered'],
  transitions: { open: { answer: 'answered' }, answered: {} },
};

/** A route that may be in somebody else's hands is looked at within four hours. */
export function reviewDueAt(openedAt: Instant): Instant {
  return plus(openedAt, 4 * HOUR);
}

/** Where the answer leaves the route, which has been on hold since the review was opened. */
export function routeAfterReview(answer: ReviewAnswer): RouteState {
  if (answer === 'safe-again') return 'active';
  return answer === 'out-of-use' ? 'quarantined' : 'suspended';
}
