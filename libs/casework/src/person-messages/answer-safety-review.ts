import {
  event,
  nextState,
  routeAfterReview,
  safetyReviewMachine,
  type CaseId,
  type ReviewAnswer,
  type SafetyReviewId,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { applyCard } from '../safe-contact/apply-card';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { CaseRecord, Once, Repeatable, SafetyReviewRecord, Transaction, UnitOfWork } from '../ports';

export interface AnswerReviewInput {
  readonly caseId: CaseId;
  readonly reviewId: SafetyReviewId;
  readonly revision: number;
  readonly answer: ReviewAnswer;
}

export type AnswerReviewOutcome =
  { readonly kind: 'answered'; readonly caseId: CaseId } | NotFound | Stale | Refused<'already-answered'>;

/** A duty lead decides what becomes of a route on which a message did not arrive. */
export class AnswerSafetyReview {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: AnswerReviewInput,
    repeatable: Repeatable,
  ): Promise<Once<AnswerReviewOutcome>> {
    return this.unitOfWork.once<AnswerReviewOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'answered' },
      (tx) => this.answer(tx, actor, input),
    );
  }

  private async answer(
    tx: Transaction,
    actor: StaffActor,
    { caseId, reviewId, revision, answer }: AnswerReviewInput,
  ): Promise<AnswerReviewOutcome> {
    const caseFile = await lockCaseFor(tx, 'answer-safety-review', caseId);
    const review = caseFile && (await tx.safetyReviews.lock(reviewId));
    if (caseFile === null || review?.caseId !== caseId) return NOT_FOUND;
    const state = nextState(safetyReviewMachine, { state: review.state, event: 'answer' });
    if (state === null) return refuse('already-answered');
    if (review.revision !== revision) return { kind: 'stale', revision: review.revision };
    const decided = { state, answer, answeredBy: actor.userId, answeredAt: tx.now } as const;
    await tx.safetyReviews.answer({ ...review, ...decided });
    await tx.journal.append([answeredEvent(tx, review, answer)]);
    await changeRoute(tx, { caseFile, review, answer });
    return { kind: 'answered', caseId };
  }
}

/** A route that another act took out of use stays there: a review never brings back what is known to be wrong. */
async function changeRoute(
  tx: Transaction,
  options: { caseFile: CaseRecord; review: SafetyReviewRecord; answer: ReviewAnswer },
): Promise<void> {
  const { caseFile, review, answer } = options;
  const state = routeAfterReview(answer);
  const card = await tx.safeContact.cardOf(caseFile.personId);
  const route = card.routes.find(({ id }) => id === review.routeId);
  if (route?.state !== 'suspended' || state === 'suspended') return;
  await tx.safeContact.changeRoute({ routeId: route.id, state, at: tx.now });
  const routes = card.routes.map((one) => (one.id === route.id ? { ...one, state } : one));
  if (caseFile.closedAt === null) await applyCard(tx, { caseFile, card: { ...card, routes } });
}

function answeredEvent(tx: Transaction, { id, caseId, routeId }: SafetyReviewRecord, answer: ReviewAnswer) {
  return event({
    subject: { kind: 'safety-review', id },
    caseId,
    type: 'safety-review.answered',
    happenedAt: tx.now,
    reason: answer,
    payload: { routeId },
  });
}
