import { daysLater } from '../data-protection/dates';
import { calendarOf, explainWorkingDay, localDate, type Instant, type SegmentReason } from '../time';
import type { Limit } from './catalogue';
import { CLOSES, workingWeek, type CodeCalendar } from './code-calendar';
import { dutyDue, limitEnds, type DutyInputs } from './due';

/** `calendar-days`: whatever days they are, for a limit in days, months or years. */
export type CountedReason = SegmentReason | 'calendar-days';

/** One line of the working: local dates, the last of them included, and how much of the limit they used up. */
export interface CountedDays {
  /** `YYYY-MM-DD` in the zone of the calendar. */
  readonly from: string;
  readonly to: string;
  readonly reason: CountedReason;
  /** Which working day this is, for `working-day`: 1, 2, … */
  readonly workingDay: number | null;
  /** In the unit of the limit; over all lines it adds up to the limit. */
  readonly counted: number;
}

/**
 * Which limit a due instant came from. `own`: the limit of the row, from its start. `from-the-grant`: the shorter limit
 * from when Enhanced Rights were granted. `standard`: the longer limit from the start, which ends before that one would.
 */
export type CountedFrom = 'own' | 'from-the-grant' | 'standard';

/** How a due instant was worked out, from its row of the ledger alone. */
export interface DutyWorking {
  readonly from: CountedFrom;
  /** When the counting starts: the start of the clock, or the grant. */
  readonly startedAt: Instant;
  readonly limit: Limit;
  readonly dueAt: Instant;
  readonly days: readonly CountedDays[];
}

/**
 * Why a duty is due when it is: each day that counted, each that did not and for what reason. The lines follow one
 * another from the day of the start to the day of the due instant, and what they count adds up to the limit. A row that
 * cannot be explained was not made by `dutyDue`.
 * Example: one working day from Thursday 25 March 2027 skips Good Friday, the weekend and Easter Monday.
 */
export function explainDutyDue(inputs: DutyInputs): DutyWorking {
  const held = heldBy(inputs);
  const { calendar } = inputs;
  return { ...held, dueAt: limitEnds({ ...held, calendar }), days: daysOf({ ...held, calendar }) };
}

interface Held {
  readonly from: CountedFrom;
  readonly startedAt: Instant;
  readonly limit: Limit;
}

function heldBy(inputs: DutyInputs): Held {
  const { grantedAt, startedAt, limit, standard, calendar } = inputs;
  if (grantedAt === null || grantedAt <= startedAt || standard === null)
    return { from: 'own', startedAt, limit };
  const granted = { from: 'from-the-grant', startedAt: grantedAt, limit } as const;
  if (limitEnds({ ...granted, calendar }) === dutyDue(inputs)) return granted;
  return { from: 'standard', startedAt, limit: standard };
}

function daysOf(held: Held & { readonly calendar: CodeCalendar }): readonly CountedDays[] {
  return held.limit.unit === 'working_day' ? workingDays(held) : calendarDays(held);
}

function workingDays({
  startedAt,
  limit,
  calendar,
}: Held & { readonly calendar: CodeCalendar }): readonly CountedDays[] {
  const built = calendarOf(workingWeek(calendar));
  if (built.kind === 'refused') throw new Error(`the ledger row cannot be explained: ${built.reason}`);
  const explained = explainWorkingDay(built.calendar, {
    start: startedAt,
    days: limit.value,
    reading: 'A',
    closesAt: CLOSES,
  });
  if (explained.kind === 'refused')
    throw new Error(`the ledger row cannot be explained: ${explained.reason}`);
  return explained.segments.map(({ date, reason, workingDay }) => ({
    from: date,
    to: date,
    reason,
    workingDay: workingDay ?? null,
    counted: workingDay === undefined ? 0 : 1,
  }));
}

/** A limit in days, months or years counts them all alike: the day of the start, and the rest in one line. */
function calendarDays(held: Held & { readonly calendar: CodeCalendar }): readonly CountedDays[] {
  const { startedAt, limit, calendar } = held;
  const start = localDate(startedAt, calendar.timezone);
  const last = localDate(limitEnds(held), calendar.timezone);
  return [
    { from: start, to: start, reason: 'day-of-start', workingDay: null, counted: 0 },
    {
      from: daysLater(start, 1) ?? last,
      to: last,
      reason: 'calendar-days',
      workingDay: null,
      counted: limit.value,
    },
  ];
}
