import {
  finishTask,
  judgeTaskNotNeeded,
  reviewDayFault,
  reviewDayRefusal,
  sampleDatesRefusal,
  takeTask,
  withdrawSupportTask,
  type CareSettings,
  type CheckInRefusal,
  type DoneOutcome,
  type NotNeededOutcome,
  type ReviewDayRefusal,
  type SampleDatesRefusal,
  type StaffActor,
  type SupportTask,
  type SupportTaskId,
  type SupportTaskRefusal,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { afterTask } from './after-task';
import { todayAtDesk } from './desk-day';
import { lockSupportTaskFor } from './support-task-access';

export type SupportTaskChange =
  | { readonly kind: 'take' }
  /** `nextOn`: when a flag is looked at again, or until when samples that are kept on are kept now. */
  | { readonly kind: 'finish'; readonly outcome: DoneOutcome; readonly nextOn: string | null }
  | { readonly kind: 'not-needed'; readonly outcome: NotNeededOutcome }
  /** The person does not want it any more, or the other area does not take them on. */
  | { readonly kind: 'withdraw' };

export interface ChangeSupportTaskInput {
  readonly taskId: SupportTaskId;
  readonly revision: number;
  readonly change: SupportTaskChange;
}

export type ChangeSupportTaskRefusal =
  | SupportTaskRefusal
  | CheckInRefusal
  | ReviewDayRefusal
  | SampleDatesRefusal
  | 'next-day-missing'
  | 'case-closed';

export type ChangeSupportTaskOutcome =
  | { readonly kind: 'changed'; readonly caseId: SupportTask['caseId'] }
  | NotFound
  | Stale
  | Refused<ChangeSupportTaskRefusal>;

/** Everything about a support task but sending it: whose it is, how it ended, and what follows from that. */
export class ChangeSupportTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly care: Pick<CareSettings, 'reviewLatestWeeks'>,
  ) {}

  execute(
    actor: StaffActor,
    input: ChangeSupportTaskInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeSupportTaskOutcome>> {
    return this.unitOfWork.once<ChangeSupportTaskOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, actor, input),
    );
  }

  private async change(
    tx: Transaction,
    actor: StaffActor,
    { taskId, revision, change }: ChangeSupportTaskInput,
  ): Promise<ChangeSupportTaskOutcome> {
    const seen = await tx.support.find(taskId);
    // The case first: whatever else changes a case locks it before its tasks.
    const caseFile = seen && (await lockCaseFor(tx, 'work-support-task', seen.caseId));
    const task = caseFile && (await lockSupportTaskFor(tx, 'work-support-task', taskId));
    if (caseFile === null || task === null) return NOT_FOUND;
    if (task.revision !== revision) return { kind: 'stale', revision: task.revision };
    const changed = decide(task, change, { by: actor.userId, now: tx.now });
    if (changed.kind === 'refused') return changed;
    if (change.kind === 'finish') {
      const wrong = await wrongDay(tx, { task, change, care: this.care });
      if (wrong !== null) return refuse(wrong);
    }
    await tx.support.save(changed.task);
    await tx.journal.append(changed.events);
    if (change.kind === 'finish')
      await afterTask(tx, { ids: this.ids, actor, caseFile, task: changed.task, nextOn: change.nextOn });
    return { kind: 'changed', caseId: task.caseId };
  }
}

function decide(
  task: SupportTask,
  change: SupportTaskChange,
  by: { readonly by: StaffActor['userId']; readonly now: Transaction['now'] },
) {
  switch (change.kind) {
    case 'take':
      return takeTask(task, by);
    case 'finish':
      return finishTask(task, { ...by, outcome: change.outcome });
    case 'not-needed':
      return judgeTaskNotNeeded(task, { ...by, outcome: change.outcome });
    case 'withdraw': {
      const outcome = task.kind === 'check-in' ? 'person-changed-mind' : 'taken-back';
      const mayBe = task.kind === 'check-in' || task.kind === 'transfer';
      return mayBe
        ? withdrawSupportTask(task, { ...by, outcome })
        : ({ kind: 'refused', reason: 'no-such-end' } as const);
    }
  }
}

/** A flag that still stands and samples that are kept on have a next day; nothing is left without one (P1). */
async function wrongDay(
  tx: Transaction,
  asked: {
    readonly task: SupportTask;
    readonly change: Extract<SupportTaskChange, { kind: 'finish' }>;
    readonly care: Pick<CareSettings, 'reviewLatestWeeks'>;
  },
): Promise<ChangeSupportTaskRefusal | null> {
  const { kind, aboutId } = asked.task;
  const { outcome, nextOn } = asked.change;
  if (outcome !== 'still-so' && outcome !== 'kept-on' && outcome !== 'reviewed') return null;
  if (nextOn === null) return 'next-day-missing';
  const today = await todayAtDesk(tx);
  const { reviewLatestWeeks: latestWeeks } = asked.care;
  if (kind === 'case-review') return reviewDayFault({ on: nextOn, today, latestWeeks });
  if (kind === 'abuse-review') return reviewDayRefusal({ on: nextOn, today });
  const sample = await tx.support.lockSample(aboutId as never);
  return sample && sampleDatesRefusal({ takenOn: sample.takenOn, keptUntil: nextOn, today });
}
