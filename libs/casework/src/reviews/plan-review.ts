import {
  nextReviewOn,
  reviewDayFault,
  withdrawSupportTask,
  type CareSettings,
  type CaseId,
  type ReviewDayRefusal,
  type ReviewMove,
  type StaffActor,
  type SupportTaskId,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { todayAtDesk } from '../support/desk-day';
import { openSupportTask } from '../support/open-support-task';

export interface PlanReviewInput {
  readonly caseId: CaseId;
  /** `YYYY-MM-DD`; null for the usual cadence. */
  readonly on: string | null;
}

export type PlanReviewOutcome =
  | { readonly kind: 'planned'; readonly taskId: SupportTaskId; readonly on: string }
  | NotFound
  | Refused<ReviewDayRefusal | 'case-closed' | 'planned-already'>;

/** Plans the next review of the support of a case: on a day that suits, or after the usual weeks. */
export class PlanReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly care: CareSettings,
  ) {}

  execute(
    actor: StaffActor,
    input: PlanReviewInput,
    repeatable: Repeatable,
  ): Promise<Once<PlanReviewOutcome>> {
    return this.unitOfWork.once<PlanReviewOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'planned' },
      (tx) => this.plan(tx, actor, input),
    );
  }

  private async plan(tx: Transaction, actor: StaffActor, input: PlanReviewInput): Promise<PlanReviewOutcome> {
    const caseFile = await lockCaseFor(tx, 'keep-reviews', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const { ids, care } = this;
    const today = await todayAtDesk(tx);
    const on = input.on ?? nextReviewOn(today, care.reviewEveryWeeks);
    const wrong = reviewDayFault({ on, today, latestWeeks: care.reviewLatestWeeks });
    if (wrong !== null) return refuse(wrong);
    const task = await openSupportTask(tx, {
      ids,
      caseFile,
      kind: 'case-review',
      aboutId: caseFile.id,
      matter: input.on === null ? 'cadence' : 'asked-for',
      openedBy: actor.userId,
      ownerUserId: caseFile.ownerUserId,
      plannedOn: on,
    });
    return task === null ? refuse('planned-already') : { kind: 'planned', taskId: task.id, on };
  }
}

export interface MoveReviewInput {
  readonly taskId: SupportTaskId;
  readonly revision: number;
  readonly on: string;
  readonly reason: ReviewMove;
}

export type MoveReviewOutcome =
  | { readonly kind: 'moved'; readonly caseId: CaseId; readonly taskId: SupportTaskId }
  | NotFound
  | Stale
  | Refused<ReviewDayRefusal | 'settled'>;

/** Moves a review to another day, with the reason: the one that was to be stays, withdrawn, and another is planned. */
export class MoveReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly care: CareSettings,
  ) {}

  execute(
    actor: StaffActor,
    input: MoveReviewInput,
    repeatable: Repeatable,
  ): Promise<Once<MoveReviewOutcome>> {
    return this.unitOfWork.once<MoveReviewOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'moved' },
      (tx) => this.move(tx, actor, input),
    );
  }

  private async move(
    tx: Transaction,
    actor: StaffActor,
    { taskId, revision, on, reason }: MoveReviewInput,
  ): Promise<MoveReviewOutcome> {
    const seen = await tx.support.find(taskId);
    if (seen?.kind !== 'case-review') return NOT_FOUND;
    const caseFile = await lockCaseFor(tx, 'keep-reviews', seen.caseId);
    const review = caseFile && (await tx.support.lock(taskId));
    if (caseFile === null || review === null) return NOT_FOUND;
    if (review.revision !== revision) return { kind: 'stale', revision: review.revision };
    const { reviewLatestWeeks: latestWeeks } = this.care;
    const wrong = reviewDayFault({ on, today: await todayAtDesk(tx), latestWeeks });
    if (wrong !== null) return refuse(wrong);
    const step = withdrawSupportTask(review, { outcome: reason, by: actor.userId, now: tx.now });
    if (step.kind === 'refused') return refuse('settled');
    await tx.support.save(step.task);
    await tx.journal.append(step.events);
    const task = await openSupportTask(tx, {
      ids: this.ids,
      caseFile,
      kind: 'case-review',
      aboutId: caseFile.id,
      matter: 'asked-for',
      openedBy: actor.userId,
      ownerUserId: review.ownerUserId,
      plannedOn: on,
    });
    if (task === null) throw new Error('a review that was withdrawn leaves room for the next');
    return { kind: 'moved', caseId: caseFile.id, taskId: task.id };
  }
}
