import { daysLater, monthsLater } from '../data-protection/dates';
import { calendarOf, instantAtLocal, localDate, workingDayDue, type Instant } from '../time';
import type { Entitlement, Limit } from './catalogue';
import { CLOSES, workingWeek, type CodeCalendar } from './code-calendar';

/** Which of an entitlement's two limits holds for a person. */
export const TIMINGS = ['standard', 'enhanced'] as const;
export type Timing = (typeof TIMINGS)[number];

/** Everything that a due instant was worked out from: the row of the ledger alone gives the same instant again (P2). */
export interface DutyInputs {
  readonly startedAt: Instant;
  readonly limit: Limit;
  readonly timing: Timing;
  readonly codeVersion: string;
  readonly entitlementId: string;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly calendar: CodeCalendar;
  readonly tzdata: string;
  /** The standard limit, which Enhanced Rights that came late never lengthen. */
  readonly standard: Limit | null;
  /** When Enhanced Rights were granted, where that was after the clock had started; else null. */
  readonly grantedAt: Instant | null;
}

/** The limit that holds: the Code's own, or where it gives no number this service's proposal; null where there is neither. */
export function limitOf(
  { limits, proposal }: Pick<Entitlement, 'limits' | 'proposal'>,
  timing: Timing,
): Limit | null {
  return limits[timing] ?? proposal;
}

/**
 * When a limit ends, in the zone of the calendar. The day of the start is day 0; working days are Monday to Friday
 * without bank holidays; a month ends on the same date, or on its last day where it has none. Throws past the bank
 * holidays that are known: an instant is never guessed.
 * Example: one working day from Friday 24 December 2027 ends on Wednesday 29 December 2027 at 23:59:59.
 */
export function limitEnds({
  limit,
  startedAt,
  calendar,
}: Pick<DutyInputs, 'limit' | 'startedAt' | 'calendar'>): Instant {
  if (limit.unit !== 'working_day') return endOfDay(lastDay(limit, { startedAt, calendar }), calendar);
  const built = calendarOf(workingWeek(calendar));
  if (built.kind === 'refused') throw new Error(`the calendar of the Code is ${built.reason}`);
  const due = workingDayDue(built.calendar, {
    start: startedAt,
    days: limit.value,
    reading: 'A',
    closesAt: CLOSES,
  });
  if (due.kind === 'refused') throw new Error(`a duty cannot be timed: ${due.reason}`);
  return due.at;
}

/**
 * When a duty is due, from its inputs alone. Enhanced Rights that came after the clock had started shorten it from the
 * day they were granted, for nobody could keep a limit that did not yet hold; and they never lengthen it.
 */
export function dutyDue(inputs: DutyInputs): Instant {
  const { grantedAt, startedAt, calendar, limit, standard } = inputs;
  if (grantedAt === null || grantedAt <= startedAt || standard === null) return limitEnds(inputs);
  const shortened = limitEnds({ limit, startedAt: grantedAt, calendar });
  const long = limitEnds({ limit: standard, startedAt, calendar });
  return shortened < long ? shortened : long;
}

/** Inputs as the ledger keeps them: of the holidays those between start and due, which alone give the same instant. */
export function ledgerOf(inputs: DutyInputs, dueAt: Instant): DutyInputs {
  const { calendar, startedAt } = inputs;
  const [from, to] = [localDate(startedAt, calendar.timezone), localDate(dueAt, calendar.timezone)];
  const holidays = calendar.holidays.filter((date) => date >= from && date <= to);
  return { ...inputs, calendar: { timezone: calendar.timezone, holidays } };
}

function lastDay(
  { unit, value }: Limit,
  { startedAt, calendar }: Pick<DutyInputs, 'startedAt' | 'calendar'>,
) {
  const start = localDate(startedAt, calendar.timezone);
  const found =
    unit === 'day' ? daysLater(start, value) : monthsLater(start, unit === 'year' ? value * 12 : value);
  if (found === undefined) throw new Error('a limit ends on a day that there is');
  return found;
}

function endOfDay(date: string, { timezone }: CodeCalendar): Instant {
  const found = instantAtLocal({ date, time: CLOSES, timezone, repeated: 'later', missing: 'refuse' });
  if (found.kind === 'refused') throw new Error(`a day ends: ${found.reason}`);
  return found.at;
}
