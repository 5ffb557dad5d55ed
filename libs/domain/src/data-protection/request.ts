import type { AgencyId, CaseId, InformationRequestId, PersonId, UserId } from '../ids';
import { instantAtLocal, localDate, plus, type Instant } from '../time';
import { accessDue, type StoppedDays } from './access-clock';
import type {
  Delivery,
  ExtensionReason,
  IdentityCheck,
  AskedVia,
  RequestKind,
  RequestRefusalReason,
  Requester,
  Settlement,
  WaitFor,
} from './codes';
import { acknowledgeBy, outcomeBy } from './complaint-clock';
import { daysLater, workingDateFrom, type DateAnswer, type HolidayDates } from './dates';
import { informationRequestMachine, type RequestState } from './request-machine';

export interface Wait {
  readonly waitFor: WaitFor;
  readonly fromAt: Instant;
  readonly untilAt: Instant | null;
}

/** One request about somebody's data: codes, ids and times. Who asked, and in which words, is sealed. */
export interface InformationRequest {
  readonly id: InformationRequestId;
  readonly reference: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly handlingAgencyId: AgencyId;
  /** Null while nobody knows whether the service holds anything about them. */
  readonly caseId: CaseId | null;
  readonly personId: PersonId | null;
  readonly receivedAt: Instant;
  readonly receivedVia: AskedVia;
  readonly requester: Requester;
  readonly ownerUserId: UserId;
  readonly identityHow: IdentityCheck | null;
  readonly identityAt: Instant | null;
  readonly waits: readonly Wait[];
  readonly extendedAt: Instant | null;
  readonly extension: ExtensionReason | null;
  readonly acknowledgedAt: Instant | null;
  readonly nextDue: NextDueCode | null;
  /** The last day of what is due next, in the zone of the service; its instant is the end of that day. */
  readonly nextDueOn: string | null;
  readonly nextDueAt: Instant | null;
  readonly packRecordId: string | null;
  /** SHA-256 of the sealed pack's content, hexadecimal. */
  readonly packHash: string | null;
  readonly delivery: Delivery | null;
  readonly settlement: Settlement | null;
  readonly refusal: RequestRefusalReason | null;
  readonly proposedBy: UserId | null;
  readonly decidedBy: UserId | null;
  readonly closedAt: Instant | null;
  readonly revision: number;
}

export type NextDueCode = 'answer' | 'chase' | 'acknowledge' | 'outcome' | 'decide' | 'approve';

/** While the clock is stopped somebody asks again after this many days: the service's own rule (P1). */
export const CHASE_DAYS = 7;
/** A request for a person's information is decided in this many days: the service's own rule; no source names one. */
export const DECIDE_DAYS = 10;

export interface DateRules {
  readonly timezone: string;
  readonly holidays: HolidayDates;
}

export function isLiveRequest({ state }: Pick<InformationRequest, 'state'>): boolean {
  return !informationRequestMachine.terminal.includes(state);
}

export function openWait({ waits }: Pick<InformationRequest, 'waits'>): Wait | null {
  return waits.find(({ untilAt }) => untilAt === null) ?? null;
}

/** The waits of a request as days on the wall, as the clock counts them. */
export function stoppedOf(
  { waits }: Pick<InformationRequest, 'waits'>,
  timezone: string,
): readonly StoppedDays[] {
  return waits.map(({ fromAt, untilAt }) => ({
    fromOn: localDate(fromAt, timezone),
    untilOn: untilAt === null ? null : localDate(untilAt, timezone),
  }));
}

export type NextDue =
  | { readonly kind: 'due'; readonly code: NextDueCode; readonly on: string; readonly at: Instant }
  | { readonly kind: 'refused'; readonly reason: 'past-known-holidays' | 'not-a-date' };

/** What is due next of a live request, and the end of the day on which it is. A closed request is not asked. */
export function nextDueOf(request: InformationRequest, { timezone, holidays }: DateRules): NextDue {
  const { code, answer } = dateOfNext(request, { timezone, holidays });
  if (answer.kind === 'refused') return answer;
  return { kind: 'due', code, on: answer.on, at: endOfDay(answer.on, timezone) };
}

function dateOfNext(
  request: InformationRequest,
  { timezone, holidays }: DateRules,
): { readonly code: NextDueCode; readonly answer: DateAnswer } {
  const receivedOn = localDate(request.receivedAt, timezone);
  const wait = openWait(request);
  if (wait !== null) {
    return { code: 'chase', answer: dated(daysLater(localDate(wait.fromAt, timezone), CHASE_DAYS)) };
  }
  if (request.kind === 'complaint') {
    const { acknowledgedAt } = request;
    return acknowledgedAt === null
      ? { code: 'acknowledge', answer: dated(acknowledgeBy(receivedOn)) }
      : { code: 'outcome', answer: dated(outcomeBy(localDate(acknowledgedAt, timezone))) };
  }
  if (request.kind === 'victim-information') {
    const code = request.state === 'proposed' ? 'approve' : 'decide';
    const on = daysLater(receivedOn, DECIDE_DAYS);
    return { code, answer: on === undefined ? dated(on) : workingDateFrom(on, holidays) };
  }
  const question = {
    receivedOn,
    stopped: stoppedOf(request, timezone),
    extended: request.extendedAt !== null,
  };
  const due = accessDue(question, holidays);
  return { code: 'answer', answer: due.kind === 'stopped' ? dated(due.sinceOn) : due };
}

function dated(on: string | undefined): DateAnswer {
  return on === undefined ? { kind: 'refused', reason: 'not-a-date' } : { kind: 'date', on };
}

/** The last instant of a day on the wall: whatever is done then is done on that day. */
export function endOfDay(on: string, timezone: string): Instant {
  const next = daysLater(on, 1);
  const found =
    next === undefined
      ? null
      : instantAtLocal({ date: next, time: '00:00', timezone, repeated: 'earlier', missing: 'after' });
  if (found?.kind !== 'instant') throw new RangeError('not a date');
  return plus(found.at, -1);
}
