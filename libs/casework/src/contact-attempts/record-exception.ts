import {
  contactMachine,
  event,
  factsOf,
  HOUR,
  isoOf,
  mayWaitForInterpreter,
  nextState,
  plus,
  type CaseId,
  type Instant,
  type NoInterpreterRefusal,
  type StaffActor,
} from '#libs/domain';
import type {
  CaseRecord,
  ExceptionReason,
  ExceptionRecord,
  Ids,
  Once,
  Repeatable,
  Transaction,
  UnitOfWork,
} from '../ports';
import { lockCaseFor } from '../cases';
import { adjustDeadlines } from './adjust-deadlines';
import { askAboutException } from './ask-for-check';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';

export interface ExceptionInput {
  readonly caseId: CaseId;
  readonly reason: ExceptionReason;
  readonly from: Instant;
  readonly to: Instant;
}

export type ExceptionRefusal =
  | 'ends-before-it-starts'
  | 'starts-before-the-report'
  | 'starts-in-the-future'
  | 'too-long'
  | 'not-reached-yet'
  | NoInterpreterRefusal
  | 'case-closed';

export type ExceptionOutcome =
  | {
      readonly kind: 'recorded';
      readonly exceptionId: string;
      readonly caseId: CaseId;
      /** True when it begins so long before it was typed in that a colleague must confirm it before it counts. */
      readonly waitsForCheck: boolean;
    }
  | NotFound
  | Refused<ExceptionRefusal>;

/** A listed reason has a ceiling: nobody parks a promise for months (traps.md idea 5). */
const LONGEST = 30 * 24 * HOUR;

/**
 * What began longer ago than this, or before a deadline that has passed, is not one person's word: a miss could be
 * explained away afterwards (P4).
 */
const NEEDS_NOBODY = HOUR;

/**
 * A listed reason why the promise could not be kept for a while. It gives an adjusted instant beside the raw one and
 * never moves, pauses or excuses the raw deadline (P4). "Asked to wait" needs that the person was in fact reached,
 * "no interpreter" that the record of bookings bears it out.
 */
export class RecordException {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: ExceptionInput, repeatable: Repeatable): Promise<Once<ExceptionOutcome>> {
    return this.unitOfWork.once<ExceptionOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(tx: Transaction, actor: StaffActor, input: ExceptionInput): Promise<ExceptionOutcome> {
    const caseFile = await lockCaseFor(tx, 'record-exception', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    const refusal = await this.refusalOf(tx, caseFile, input);
    if (refusal !== null) return refuse(refusal);
    const record: ExceptionRecord = {
      ...input,
      id: this.ids.next(),
      handlingAgencyId: caseFile.handlingAgencyId,
      recordedBy: actor.userId,
      recordedAt: tx.now,
    };
    await tx.exceptions.insert(record);
    const deadlines = await tx.deadlines.lockOfCase(caseFile.id);
    const overAMiss = deadlines.some(({ dueAt }) => input.from <= dueAt && dueAt < tx.now);
    const waitsForCheck = overAMiss || input.from < plus(tx.now, -NEEDS_NOBODY);
    if (waitsForCheck) await askAboutException(tx, { id: this.ids.next(), exception: record, caseFile });
    await adjustDeadlines(tx, {
      deadlines,
      exceptions: await tx.exceptions.ofCase(caseFile.id),
      reason: input.reason,
    });
    await this.saveCase(tx, caseFile, input);
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseFile.id },
        caseId: caseFile.id,
        type: 'exception.recorded',
        happenedAt: input.from,
        reason: input.reason,
        payload: { exceptionId: record.id, from: isoOf(input.from), to: isoOf(input.to), waitsForCheck },
      }),
    ]);
    return { kind: 'recorded', exceptionId: record.id, caseId: caseFile.id, waitsForCheck };
  }

  private async refusalOf(
    tx: Transaction,
    caseFile: CaseRecord,
    { reason, from, to }: ExceptionInput,
  ): Promise<ExceptionRefusal | null> {
    if (caseFile.closedAt !== null) return 'case-closed';
    if (to <= from) return 'ends-before-it-starts';
    if (to - from > LONGEST) return 'too-long';
    if (from > tx.now) return 'starts-in-the-future';
    const report = await tx.referrals.reportOf(caseFile.referralId);
    if (from < report.reportedAt) return 'starts-before-the-report';
    if (reason === 'no-interpreter') {
      const bookings = await tx.interpreters.ofCase(caseFile.id);
      const may = mayWaitForInterpreter({ bookings, from });
      return may.kind === 'refused' ? may.reason : null;
    }
    if (reason !== 'asked-to-wait') return null;
    const attempts = await tx.attempts.ofCase(caseFile.id);
    return factsOf(attempts)['first-safe-reach'] === undefined ? 'not-reached-yet' : null;
  }

  private async saveCase(tx: Transaction, caseFile: CaseRecord, { reason }: ExceptionInput): Promise<void> {
    const state = caseFile.contactState;
    const asked =
      reason === 'asked-to-wait' ? nextState(contactMachine, { state, event: 'ask-to-wait' }) : null;
    await tx.cases.save({ ...caseFile, contactState: asked ?? state });
  }
}
