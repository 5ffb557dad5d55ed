import {
  event,
  sendTask,
  SUPPORT_CLOCKS,
  type CaseId,
  type SaidHow,
  type StaffActor,
  type SupportTaskId,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { dueInWorkingDays } from '../safeguarding/due-in-working-days';
import { openSupportTask } from './open-support-task';

export interface OfferTransferInput {
  readonly caseId: CaseId;
  readonly revision: number;
  /** The service of the other area, as it is called there; sealed. */
  readonly to: string;
  /** How the person agreed to go there: without that nothing is handed over. */
  readonly agreedHow: SaidHow;
}

export type OfferTransferOutcome =
  | { readonly kind: 'offered'; readonly taskId: SupportTaskId }
  | NotFound
  | Stale
  | Refused<'case-closed' | 'offered-already' | 'being-redirected' | 'unreadable'>;

/**
 * The person moves, and agrees that the service of another area supports them. The case stays ours and every clock runs
 * until that service has said that it has them; if nobody says so in time, the duty lead answers for it (P15).
 */
export class OfferTransfer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: OfferTransferInput,
    repeatable: Repeatable,
  ): Promise<Once<OfferTransferOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'transfer-case', caseId });
    return unitOfWork.once<OfferTransferOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'offered' },
      (tx) => this.offer(tx, { actor, input, sealer }),
    );
  }

  private async offer(
    tx: Transaction,
    asked: { actor: StaffActor; input: OfferTransferInput; sealer: SubjectVault | null },
  ): Promise<OfferTransferOutcome> {
    const { actor, input, sealer } = asked;
    const { caseId, revision, to, agreedHow: saidHow } = input;
    const caseFile = await lockCaseFor(tx, 'transfer-case', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if (caseFile.revision !== revision) return { kind: 'stale', revision: caseFile.revision };
    if ((await tx.redirects.lockWaiting(caseId)) !== null) return refuse('being-redirected');
    if (sealer === null) return refuse('unreadable');
    const by = { openedBy: actor.userId, ownerUserId: actor.userId };
    const of = { kind: 'transfer', aboutId: caseId, mayContact: false } as const;
    const task = await openSupportTask(tx, { ...by, ...of, ids: this.ids, caseFile, saidHow });
    if (task === null) return refuse('offered-already');
    const answerDueAt = await dueInWorkingDays(tx, SUPPORT_CLOCKS.answerWithinDays);
    const sent = sendTask(task, { ground: 'consent', answerDueAt, now: tx.now });
    if (sent.kind === 'refused') throw new Error('a task that was just opened can be sent');
    const place = { recordId: task.id, kind: 'support-note' } as const;
    const record = { ...place, sealed: sealer.seal(place, { text: to }) };
    await tx.safeContact.addSealed({ personId: caseFile.personId, record, at: tx.now });
    await tx.support.save(sent.task);
    await tx.cases.save(caseFile);
    await tx.journal.append([
      ...sent.events,
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'case.transfer-offered',
        happenedAt: tx.now,
        payload: { taskId: task.id, agreedHow: saidHow },
      }),
    ]);
    return { kind: 'offered', taskId: task.id };
  }
}
