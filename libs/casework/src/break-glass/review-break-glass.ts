import {
  event,
  mayDo,
  reviewRefusal,
  type BreakGlassId,
  type GlassReview,
  type ReviewRefusal,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface ReviewInput {
  readonly id: BreakGlassId;
  readonly revision: number;
  readonly review: GlassReview;
}

export type ReviewOutcome = { readonly kind: 'reviewed' } | NotFound | Stale | Refused<ReviewRefusal>;

/** A second person says whether an opening was right. Said once; never by whoever opened the case. */
export class ReviewBreakGlass {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, input: ReviewInput, repeatable: Repeatable): Promise<Once<ReviewOutcome>> {
    return this.unitOfWork.once<ReviewOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'reviewed' },
      (tx) => review(tx, actor, input),
    );
  }
}

async function review(tx: Transaction, actor: StaffActor, input: ReviewInput): Promise<ReviewOutcome> {
  if (!mayDo(actor, 'review-break-glass')) return NOT_FOUND;
  const found = await tx.breakGlass.find(input.id);
  if (found === null) return NOT_FOUND;
  const refusal = reviewRefusal(found, actor.userId);
  if (refusal !== null) return refuse(refusal);
  const locked = await tx.breakGlass.lock(input.id);
  if (locked === null || locked.revision !== input.revision) {
    return { kind: 'stale', revision: locked?.revision ?? found.revision };
  }
  await tx.breakGlass.saveReview({
    ...locked,
    review: input.review,
    reviewedBy: actor.userId,
    reviewedAt: tx.now,
  });
  await tx.journal.append([
    event({
      subject: { kind: 'break-glass', id: locked.id },
      type: 'break-glass.reviewed',
      happenedAt: tx.now,
      reason: input.review,
      payload: { caseId: locked.caseId, inTime: tx.now <= locked.reviewDueAt },
    }),
  ]);
  return { kind: 'reviewed' };
}
