import {
  contactMachine,
  event,
  factsOf,
  isoOf,
  nextState,
  planCallBack,
  type AttemptId,
  type CallBackFlag,
  type CallBackRefusal,
  type CaseId,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import type { CallBackRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lockCaseFor } from '../cases';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';

export interface CallBackInput {
  readonly caseId: CaseId;
  readonly at: Instant;
  /** The attempt at which the person asked; null when they said so in another way. */
  readonly attemptId: AttemptId | null;
}

export type CallBackOutcome =
  | {
      readonly kind: 'promised';
      readonly callBackId: string;
      readonly caseId: CaseId;
      readonly flags: readonly CallBackFlag[];
    }
  | NotFound
  | Refused<CallBackRefusal | 'not-reached-yet' | 'case-closed' | 'contact-stopped'>;

/**
 * A call promised for a time that the person named. It moves no deadline; a time outside the safe hours or after a
 * deadline is their wish, so it is kept and marked. A newer promise takes the place of an older one.
 */
export class PromiseCallBack {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: CallBackInput, repeatable: Repeatable): Promise<Once<CallBackOutcome>> {
    return this.unitOfWork.once<CallBackOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'promised' },
      (tx) => this.promise(tx, actor, input),
    );
  }

  private async promise(
    tx: Transaction,
    actor: StaffActor,
    { caseId, at, attemptId }: CallBackInput,
  ): Promise<CallBackOutcome> {
    const caseFile = await lockCaseFor(tx, 'promise-call-back', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const card = await tx.safeContact.cardOf(caseFile.personId);
    if (card.stopped) return refuse('contact-stopped');
    const attempts = await tx.attempts.ofCase(caseFile.id);
    if (attemptId !== null && !attempts.some(({ id }) => id === attemptId)) return NOT_FOUND;
    if (factsOf(attempts)['first-safe-reach'] === undefined) return refuse('not-reached-yet');
    const deadlines = await tx.deadlines.lockOfCase(caseFile.id);
    const unmet = deadlines.filter(({ state }) => state === 'running' || state === 'breached');
    const planned = planCallBack({
      at,
      card,
      unmetDueInstants: unmet.map(({ dueAt }) => dueAt),
      now: tx.now,
    });
    if (planned.kind === 'refused') return planned;
    await this.replaceOpen(tx, caseId);
    const record: CallBackRecord = {
      id: this.ids.next(),
      caseId: caseFile.id,
      handlingAgencyId: caseFile.handlingAgencyId,
      attemptId,
      at,
      madeBy: actor.userId,
      madeAt: tx.now,
      flags: planned.flags,
    };
    await tx.callBacks.insert(record);
    const state = caseFile.contactState;
    const contactState = nextState(contactMachine, { state, event: 'ask-to-wait' }) ?? state;
    await tx.cases.save({ ...caseFile, contactState });
    await tx.journal.append([promisedEvent(record)]);
    return { kind: 'promised', callBackId: record.id, caseId: caseFile.id, flags: record.flags };
  }

  private async replaceOpen(tx: Transaction, caseId: CaseId): Promise<void> {
    const open = await tx.callBacks.openOf(caseId);
    if (open === null) return;
    await tx.callBacks.end({ id: open.id, ended: 'replaced', endedAt: tx.now, byAttempt: null });
  }
}

function promisedEvent({ id, caseId, at, madeAt, flags }: CallBackRecord) {
  return event({
    subject: { kind: 'case', id: caseId },
    caseId,
    type: 'call-back.promised',
    happenedAt: madeAt,
    payload: { callBackId: id, at: isoOf(at), flags: [...flags] },
  });
}
