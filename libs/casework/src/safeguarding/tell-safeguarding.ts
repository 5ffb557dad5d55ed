import {
  SAFEGUARDING_POLICY,
  tellBody,
  type Instant,
  type SafeguardingBody,
  type SafeguardingRefusal,
  type SafeguardingTaskId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { dueInWorkingDays } from './due-in-working-days';
import { subjectOfTask } from './subject-of-task';
import { lockTaskFor } from './task-access';

export interface TellSafeguardingInput {
  readonly taskId: SafeguardingTaskId;
  readonly revision: number;
  readonly body: SafeguardingBody;
  readonly at: Instant;
  readonly spokeTo: string;
  readonly theirReference: string | null;
}

export type TellSafeguardingOutcome =
  { readonly kind: 'told' } | NotFound | Stale | Refused<SafeguardingRefusal | 'unreadable'>;

/** That a body was told of a child or an adult at risk: to whom, when, and their reference, which are sealed. */
export class TellSafeguarding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: TellSafeguardingInput,
    repeatable: Repeatable,
  ): Promise<Once<TellSafeguardingOutcome>> {
    const { unitOfWork, vault } = this;
    const { taskId } = input;
    const sealer = await subjectOfTask({ unitOfWork, vault }, { actor, act: 'tell-safeguarding', taskId });
    return unitOfWork.once<TellSafeguardingOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'told' },
      (tx) => this.tell(tx, { actor, input, sealer }),
    );
  }

  private async tell(
    tx: Transaction,
    {
      actor,
      input,
      sealer,
    }: { actor: StaffActor; input: TellSafeguardingInput; sealer: SubjectVault | null },
  ): Promise<TellSafeguardingOutcome> {
    const task = await lockTaskFor(tx, 'tell-safeguarding', input.taskId);
    if (task === null) return NOT_FOUND;
    if (task.revision !== input.revision) return { kind: 'stale', revision: task.revision };
    const { body, at, spokeTo, theirReference } = input;
    const answerDueAt = await dueInWorkingDays(tx, SAFEGUARDING_POLICY.answerWithinDays);
    const change = tellBody(task, { body, at, answerDueAt, now: tx.now });
    if (change.kind === 'refused') return change;
    if (sealer === null) return refuse('unreadable');
    const { caseId, personId, handlingAgencyId } = task;
    const id = this.ids.next<string>();
    const place = { recordId: id, kind: 'safeguarding-note' } as const;
    const record = { ...place, sealed: sealer.seal(place, { text: null, spokeTo, theirReference }) };
    await tx.safeguarding.addSealed({ personId, record, at: tx.now });
    await tx.safeguarding.addReport({
      id,
      taskId: task.id,
      caseId,
      personId,
      handlingAgencyId,
      body,
      toldAt: at,
      recordedBy: actor.userId,
      recordedAt: tx.now,
    });
    await tx.safeguarding.save(change.task);
    await tx.journal.append(change.events);
    return { kind: 'told' };
  }
}
