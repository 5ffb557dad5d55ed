import {
  addElapsed,
  buildCalendar,
  calendarOf,
  dueAfter,
  localDate,
  workingDayDue,
  type CalendarRefusal,
  type QuestionRefusal,
  type Instant,
  type OpeningHours,
} from '../time';
import { EVERY_DAY } from './every-day';
import type { DeadlinePolicy, Limb } from './policy';

/** Opening hours as data, with the version the ledger remembers. */
export interface CalendarVersion {
  readonly id: string;
  readonly version: number;
  readonly hours: OpeningHours;
}

/** A span in which the promise could not be kept for a listed reason. It never moves the raw deadline (P4). */
export interface ExceptionSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** Bank holidays that were added after a clock had started, and the calendar version that brought the latest. */
export interface Proclaimed {
  readonly calendarVersion: number;
  readonly dates: readonly string[];
}

/**
 * Everything a due instant was worked out from. Kept on each ledger row, so that the row alone gives the same
 * instant again, whatever policies and calendars say by then (P2).
 */
export interface DeadlineInputs {
  readonly startedAt: Instant;
  readonly limb: Limb;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly hours: OpeningHours;
  readonly tzdata: string;
  /** Bank holidays added since the clock started; absent when there were none. */
  readonly proclaimed?: Proclaimed;
}

export type Computed =
  | { readonly kind: 'due'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly reason: CalendarRefusal | QuestionRefusal };

/** The due instant of one limb from its inputs alone. */
export function computeDue({ startedAt, limb, hours }: DeadlineInputs): Computed {
  if (limb.kind === 'elapsed')
    return { kind: 'due', at: addElapsed({ start: startedAt, seconds: limb.seconds }) };
  const built = calendarOf(hours);
  if (built.kind === 'refused') return built;
  const { days, reading, closesAt } = limb;
  return workingDayDue(built.calendar, { start: startedAt, days, reading, closesAt });
}

/**
 * The instant beside the raw one when exceptions are taken out: elapsed time stops during them, and a day wholly
 * inside one is no working day. Same denominator, never in place of the raw figure (DESIGN §3).
 */
export function computeAdjustedDue(inputs: DeadlineInputs, exceptions: readonly ExceptionSpan[]): Computed {
  if (exceptions.length === 0) return computeDue(inputs);
  const closed = exceptions.map(({ from, to }) => [from, to] as const);
  if (inputs.limb.kind === 'working-day') {
    return computeDue({
      ...inputs,
      hours: { ...inputs.hours, closed: [...(inputs.hours.closed ?? []), ...closed] },
    });
  }
  const always = buildCalendar({ timezone: 'UTC', schedule: EVERY_DAY, holidays: [], closed });
  if (always.kind === 'refused') return always;
  return dueAfter(always.calendar, { start: inputs.startedAt, seconds: inputs.limb.seconds });
}

/**
 * The inputs as the ledger keeps them: of the holidays, the dates between start and due. Those alone give the same
 * instant again, and they are the ones a reader must check (P2).
 */
export function ledgerInputs(inputs: DeadlineInputs, dueAt: Instant): DeadlineInputs {
  const { hours, startedAt } = inputs;
  const [from, to] = [localDate(startedAt, hours.timezone), localDate(dueAt, hours.timezone)];
  const holidays = hours.holidays.filter((date) => date >= from && date <= to);
  return { ...inputs, hours: { ...hours, holidays } };
}

/** The inputs of every limb of a policy, from one start. */
export function inputsOf(options: {
  policy: DeadlinePolicy;
  calendar: CalendarVersion;
  startedAt: Instant;
  tzdata: string;
}): readonly DeadlineInputs[] {
  const { policy, calendar, startedAt, tzdata } = options;
  return policy.limbs.map((limb) => ({
    startedAt,
    limb,
    policyId: policy.id,
    policyVersion: policy.version,
    calendarId: calendar.id,
    calendarVersion: calendar.version,
    hours: calendar.hours,
    tzdata,
  }));
}
