import {
  acknowledgeTelling,
  finishReview,
  judgeNotNeeded,
  putOffTelling,
  type Act,
  type DelayReason,
  type Instant,
  type NotNeeded,
  type ReviewEnd,
  type SafeguardingRefusal,
  type SafeguardingTask,
  type SafeguardingTaskId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lockTaskFor } from './task-access';

export type SafeguardingChange =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'not-needed'; readonly reason: NotNeeded }
  | { readonly kind: 'review'; readonly end: ReviewEnd }
  | { readonly kind: 'put-off'; readonly reason: DelayReason; readonly until: Instant };

export interface ChangeSafeguardingInput {
  readonly taskId: SafeguardingTaskId;
  readonly revision: number;
  readonly change: SafeguardingChange;
}

export type ChangeSafeguardingOutcome =
  | { readonly kind: 'changed'; readonly change: SafeguardingChange['kind'] }
  | NotFound
  | Stale
  | Refused<SafeguardingRefusal>;

const ACT_OF: Readonly<Record<SafeguardingChange['kind'], Act>> = {
  acknowledge: 'tell-safeguarding',
  'put-off': 'tell-safeguarding',
  review: 'tell-safeguarding',
  'not-needed': 'end-safeguarding',
};

/** Everything about a task but telling: the answer, a wait for safety, the review, and a lead's judgement. */
export class ChangeSafeguarding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: ChangeSafeguardingInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeSafeguardingOutcome>> {
    return this.unitOfWork.once<ChangeSafeguardingOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => change(tx, actor, input),
    );
  }
}

async function change(
  tx: Transaction,
  actor: StaffActor,
  { taskId, revision, change: asked }: ChangeSafeguardingInput,
): Promise<ChangeSafeguardingOutcome> {
  const task = await lockTaskFor(tx, ACT_OF[asked.kind], taskId);
  if (task === null) return NOT_FOUND;
  if (task.revision !== revision) return { kind: 'stale', revision: task.revision };
  const changed = decide(task, asked, { by: actor.userId, now: tx.now });
  if (changed.kind === 'refused') return changed;
  await tx.safeguarding.save(changed.task);
  await tx.journal.append(changed.events);
  return { kind: 'changed', change: asked.kind };
}

function decide(
  task: SafeguardingTask,
  asked: SafeguardingChange,
  by: { readonly by: StaffActor['userId']; readonly now: Instant },
) {
  switch (asked.kind) {
    case 'acknowledge':
      return acknowledgeTelling(task, by);
    case 'not-needed':
      return judgeNotNeeded(task, { ...by, reason: asked.reason });
    case 'review':
      return finishReview(task, { ...by, end: asked.end });
    case 'put-off':
      return putOffTelling(task, { reason: asked.reason, until: asked.until, now: by.now });
  }
}
