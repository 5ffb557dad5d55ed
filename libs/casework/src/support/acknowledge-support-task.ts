import {
  acknowledgeTask,
  event,
  type Instant,
  type StaffActor,
  type SupportTask,
  type SupportTaskId,
  type SupportTaskRefusal,
  type EndingId,
  type UserId,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { endCase } from '../cases/end-case';
import { keepEnding, NOT_ASKED } from '../endings/keep-ending';
import { subjectFoundBy } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { CaseRecord, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { findSupportTaskFor, lockSupportTaskFor } from './support-task-access';

export interface AcknowledgeSupportTaskInput {
  readonly taskId: SupportTaskId;
  readonly revision: number;
  readonly at: Instant;
  /** Who there said so, and their reference; sealed. */
  readonly by: string;
  readonly theirReference: string | null;
}

export type AcknowledgeSupportTaskOutcome =
  | { readonly kind: 'acknowledged'; readonly caseId: SupportTask['caseId'] }
  | NotFound
  | Stale
  | Refused<SupportTaskRefusal | 'unreadable'>;

/**
 * Whoever it was sent to has said that they have it. A case that was handed to another area ends with that, and not
 * before: a clock that had time left is cancelled as with any body that takes a person on, one that ran out stays a miss.
 */
export class AcknowledgeSupportTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    input: AcknowledgeSupportTaskInput,
    repeatable: Repeatable,
  ): Promise<Once<AcknowledgeSupportTaskOutcome>> {
    const { unitOfWork, vault } = this;
    const sealer = await subjectFoundBy({ unitOfWork, vault }, actor, async (tx) => {
      const task = await findSupportTaskFor(tx, 'work-support-task', input.taskId);
      return task?.personId ?? null;
    });
    return unitOfWork.once<AcknowledgeSupportTaskOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'acknowledged' },
      (tx) => acknowledge(tx, { actor, input, sealer }),
    );
  }
}

async function acknowledge(
  tx: Transaction,
  asked: { actor: StaffActor; input: AcknowledgeSupportTaskInput; sealer: SubjectVault | null },
): Promise<AcknowledgeSupportTaskOutcome> {
  const { actor, input, sealer } = asked;
  const seen = await tx.support.find(input.taskId);
  const caseFile = seen && (await lockCaseFor(tx, 'work-support-task', seen.caseId));
  const task = caseFile && (await lockSupportTaskFor(tx, 'work-support-task', input.taskId));
  if (caseFile === null || task === null) return NOT_FOUND;
  if (task.revision !== input.revision) return { kind: 'stale', revision: task.revision };
  const done = acknowledgeTask(task, { at: input.at, by: actor.userId, now: tx.now });
  if (done.kind === 'refused') return done;
  if (sealer === null) return refuse('unreadable');
  const place = { recordId: task.id, kind: 'redirect-acknowledgement' } as const;
  const words = { name: input.by, theirReference: input.theirReference };
  const record = { ...place, sealed: sealer.seal(place, words) };
  await tx.safeContact.addSealed({ personId: task.personId, record, at: tx.now });
  await tx.support.save(done.task);
  await tx.journal.append(done.events);
  if (task.kind === 'transfer') await handOver(tx, caseFile, { task, at: input.at, endedBy: actor.userId });
  return { kind: 'acknowledged', caseId: task.caseId };
}

async function handOver(
  tx: Transaction,
  caseFile: CaseRecord,
  { task, at, endedBy }: { task: SupportTask; at: Instant; endedBy: UserId },
): Promise<void> {
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      type: 'case.transferred',
      happenedAt: at,
      payload: { taskId: task.id },
    }),
  ]);
  if (caseFile.closedAt !== null) return;
  const ended = {
    id: task.id as string as EndingId,
    reason: 'transferred',
    answers: NOT_ASKED,
    endedBy,
  } as const;
  await keepEnding(tx, { ...ended, caseFile });
  await endCase(tx, { caseFile, reason: 'redirected' });
}
