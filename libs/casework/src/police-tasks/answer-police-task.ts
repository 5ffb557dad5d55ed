import {
  answersOf,
  mayActOn,
  notFoundYet,
  type NotYetRefusal,
  type Instant,
  type PersonId,
  type PoliceTask,
  type PoliceTaskId,
  type StaffActor,
  type TaskAnswer,
} from '#libs/domain';
import type {
  CaseRecord,
  Ids,
  Once,
  Repeatable,
  SubjectVaultFound,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { enterAnswer, type EnterRefusal } from './enter-answer';
import type { PoliceAnswer } from './police-answer';

export type AnswerTaskOutcome =
  | { readonly kind: 'answered'; readonly answer: TaskAnswer; readonly callFromAt: Instant | null }
  | { readonly kind: 'noted'; readonly askAgainAt: Instant }
  | NotFound
  | Refused<EnterRefusal | NotYetRefusal | 'not-an-answer-to-this'>;

/**
 * Any officer of the team that was asked answers, so that rest days hold nobody up. The answer is entered in the case,
 * which the officer never sees: not its attempts, not its state, not whether anyone was known (P7).
 */
export class AnswerPoliceTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    request: { readonly taskId: PoliceTaskId; readonly answer: PoliceAnswer },
    repeatable: Repeatable,
  ): Promise<Once<AnswerTaskOutcome>> {
    const { taskId, answer } = request;
    const personId = await this.unitOfWork.run(actor, (tx) => personOf(tx, actor, taskId));
    const subject = personId === null ? null : await this.vault.of(personId);
    return this.unitOfWork.once<AnswerTaskOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'answered' || kind === 'noted' },
      (tx) => this.answer(tx, { actor, taskId, answer, subject }),
    );
  }

  private async answer(
    tx: Transaction,
    options: {
      actor: StaffActor;
      taskId: PoliceTaskId;
      answer: PoliceAnswer;
      subject: SubjectVaultFound | null;
    },
  ): Promise<AnswerTaskOutcome> {
    const { actor, taskId, answer, subject } = options;
    const found = await taskFor(tx, actor, taskId);
    if (found === null || subject === null) return NOT_FOUND;
    const held = await lockInReach(tx, found);
    if (held === null) return refuse('task-settled');
    const { task, caseFile } = held;
    if (answer.kind === 'ask-again') return this.postpone(tx, task, answer.at);
    if (!answersOf(task.kind).includes(answer.kind)) return refuse('not-an-answer-to-this');
    const entered = await enterAnswer(tx, { ids: this.ids, task, caseFile, answer, subject });
    if (entered.kind === 'refused') return entered;
    return { kind: 'answered', answer: answer.kind, callFromAt: entered.callFromAt };
  }

  private async postpone(tx: Transaction, task: PoliceTask, at: Instant): Promise<AnswerTaskOutcome> {
    const noted = notFoundYet(task, { at, now: tx.now });
    if (noted.kind === 'refused') return noted;
    await tx.policeTasks.save([noted.task]);
    await tx.journal.append(noted.events);
    return { kind: 'noted', askAgainAt: at };
  }
}

async function taskFor(tx: Transaction, actor: StaffActor, id: PoliceTaskId): Promise<PoliceTask | null> {
  const task = await tx.policeTasks.find(id);
  return task !== null && mayActOn(actor, 'answer-police-task', task) ? task : null;
}

async function personOf(tx: Transaction, actor: StaffActor, id: PoliceTaskId): Promise<PersonId | null> {
  const task = await taskFor(tx, actor, id);
  return task === null ? null : ((await tx.referrals.find(task.referralId))?.personId ?? null);
}

/** Case first, then task: the order in which every act on a case locks. Null when somebody settled it meanwhile. */
async function lockInReach(
  tx: Transaction,
  found: PoliceTask,
): Promise<{ readonly task: PoliceTask; readonly caseFile: CaseRecord } | null> {
  if (found.state !== 'open') return null;
  await tx.policeTasks.reachCaseOf(found.id);
  const caseFile = await tx.cases.lock(found.caseId);
  const task = await tx.policeTasks.lock(found.id);
  return caseFile !== null && task !== null && task.state === 'open' ? { task, caseFile } : null;
}
