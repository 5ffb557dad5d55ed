import type { CountedFrom, CountedReason, Limit, PlanReason, Timing } from '#libs/domain';
import { UNIT_WORDS } from '../victims-code/code.copy';

export const EXPLAINED = {
  title: 'How this time was worked out',
  link: 'Explain this time',
  back: 'Rights of this case',
  intro:
    'Each time is kept with everything that it was worked out from. A time that was replaced stays on record below the one in force.',
  owedBy: 'Who owes it',
  opened: 'What opened it happened',
  code: 'Version of the Code',
  evidence: 'How firmly the rule is known',
  proposal: 'This service’s own proposal. The Code gives no number.',
  upstream: 'The body before',
  upstreamLine: (from: string, to: string, limit: string) =>
    `${from} must tell ${to} within ${limit}. That time stands apart and moves nothing here.`,
  upstreamBy: (when: string) => `It must have done so by ${when}.`,
  inForce: (version: number) => `Time ${version}, in force`,
  stopped: (version: number) => `Time ${version}, the last that it had`,
  replaced: (version: number) => `Time ${version}, replaced`,
  recorded: (why: string, when: string) => `${why} Recorded ${when}.`,
  rule: 'Rule',
  counts: 'Counts from',
  due: 'So it is due by the end of',
  table: (version: number) => `Time ${version}: which days counted and which did not`,
  day: 'Day',
  why: 'Why',
  counted: 'Counted',
  together: 'Together',
  nothing: 'Nothing',
  days: (first: string, last: string) => `${first} to ${last}`,
  sum: (counted: number, limit: string) => `${counted} of ${limit}`,
  closes: 'A day ends at one second before midnight in London.',
} as const;

export const TIMING_WORDS: Readonly<Record<Timing, string>> = {
  standard: 'The standard time of the Code',
  enhanced: 'The time for people with Enhanced Rights',
};

export const BECAUSE: Readonly<Record<PlanReason, string>> = {
  opened: 'Set when the right opened.',
  'clock-started': 'Set when the body before had passed it on.',
  'milestone-corrected': 'A milestone was corrected, so the clock really started at another time.',
  'enhanced-rights': 'Enhanced Rights were granted, and the shorter time counts from the grant.',
  'asked-again': 'The person asked for it again, and a new clock started.',
};

export const FROM_WORDS: Readonly<Record<CountedFrom, string>> = {
  own: '',
  'from-the-grant':
    'Enhanced Rights came after the clock had started, so the shorter time counts from when they were granted.',
  standard:
    'Enhanced Rights came after the clock had started. Counted from the grant the time would end later, and Enhanced Rights never make a time longer, so the standard time from the start holds.',
};

export function limitWords({ unit, value }: Limit): string {
  return UNIT_WORDS[unit](value);
}

/** The rule of a limit in one sentence. */
export function ruleWords(limit: Limit): string {
  return limit.unit === 'working_day'
    ? `${limitWords(limit)} after the day of the start: Monday to Friday, without bank holidays.`
    : `${limitWords(limit)} after the day of the start, weekends and bank holidays included.`;
}

const DAY_WORDS: Readonly<Partial<Record<CountedReason, string>>> = {
  'day-of-start': 'Not counted: the day of the start itself',
  'non-working-day': 'Not counted: a weekend',
  holiday: 'Not counted: bank holiday',
  'calendar-days': 'Every day counts',
};

export function dayWords(reason: CountedReason, workingDay: number | null): string {
  return workingDay === null ? (DAY_WORDS[reason] ?? reason) : `Working day ${workingDay}`;
}

export function basisWords(basis: {
  readonly entitlement: string;
  readonly codeVersion: string;
  readonly calendar: string;
  readonly holidays: readonly string[];
  readonly timezone: string;
  readonly tzdata: string;
}): string {
  const { entitlement, codeVersion, calendar, holidays, timezone, tzdata } = basis;
  const between = holidays.length === 0 ? 'none' : holidays.join(', ');
  return `Row ${entitlement} of the ${codeVersion} Code; ${calendar}; bank holidays in between: ${between}; time zone ${timezone}, data ${tzdata}.`;
}

export const calendarWords = (id: string, version: number): string => `calendar ${id} version ${version}`;
