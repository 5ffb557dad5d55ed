import {
  event,
  HOUR,
  isoOf,
  MINUTE,
  plus,
  type CaseId,
  type Instant,
  type InterpreterGender,
  type Language,
  type StaffActor,
} from '#libs/domain';
import type { BookingRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lockCaseFor } from '../cases';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';

export interface InterpreterBookingInput {
  readonly caseId: CaseId;
  readonly language: Language;
  readonly gender: InterpreterGender;
  readonly outsideCommunity: boolean;
  /** Null: one was asked for, and none was to be had. */
  readonly forAt: Instant | null;
}

export type BookingRefusal = 'not-needed' | 'in-the-past' | 'too-far-ahead' | 'case-closed';

export type BookingOutcome =
  | { readonly kind: 'recorded'; readonly bookingId: string; readonly caseId: CaseId }
  | NotFound
  | Refused<BookingRefusal>;

/** A telephone interpreter may have been on the line for some minutes when it is noted. */
const GRACE = 15 * MINUTE;
const FURTHEST = 30 * 24 * HOUR;

/** Notes that an interpreter was booked for a call, or that none could be had (practice §2.8). */
export class RecordInterpreterBooking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: InterpreterBookingInput,
    repeatable: Repeatable,
  ): Promise<Once<BookingOutcome>> {
    return this.unitOfWork.once<BookingOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    { caseId, forAt, ...asked }: InterpreterBookingInput,
  ): Promise<BookingOutcome> {
    const caseFile = await lockCaseFor(tx, 'book-interpreter', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if ((await tx.interpreters.needOf(caseFile.personId)) === 'none') return refuse('not-needed');
    if (forAt !== null && forAt < plus(tx.now, -GRACE)) return refuse('in-the-past');
    if (forAt !== null && forAt > plus(tx.now, FURTHEST)) return refuse('too-far-ahead');
    const record: BookingRecord = {
      ...asked,
      id: this.ids.next(),
      caseId: caseFile.id,
      handlingAgencyId: caseFile.handlingAgencyId,
      outcome: forAt === null ? 'none-available' : 'booked',
      forAt,
      recordedBy: actor.userId,
      recordedAt: tx.now,
    };
    await tx.interpreters.insert(record);
    await tx.cases.save(caseFile);
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseFile.id },
        caseId: caseFile.id,
        type: `interpreter.${record.outcome}`,
        happenedAt: tx.now,
        payload: { bookingId: record.id, forAt: forAt === null ? null : isoOf(forAt) },
      }),
    ]);
    return { kind: 'recorded', bookingId: record.id, caseId: caseFile.id };
  }
}
