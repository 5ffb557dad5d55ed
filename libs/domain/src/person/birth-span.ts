import { ageOn, type AgeBand } from '../referral/age-band';
import { dateOf, parseDate } from '../time/civil-date';

/** What is known about when somebody was born: the date, or an age or a band as it was said on a day. */
export type AgeKnown =
  | { readonly kind: 'born'; readonly bornOn: string }
  | { readonly kind: 'years'; readonly years: number; readonly saidOn: string }
  | { readonly kind: 'band'; readonly band: AgeBand; readonly saidOn: string };

/** The dates, `YYYY-MM-DD` and inclusive, between which the birth lies. `earliest` is null when it may be any age upwards. */
export interface BirthSpan {
  readonly earliest: string | null;
  readonly latest: string;
}

/** The whole years of each band, the lower bound in and the upper bound out. */
const YEARS: Readonly<Record<AgeBand, readonly [from: number, below: number | null]>> = {
  'under-13': [0, 13],
  '13-15': [13, 16],
  '16-17': [16, 18],
  '18-24': [18, 25],
  '25-39': [25, 40],
  '40-59': [40, 60],
  '60-plus': [60, null],
};

/**
 * When the person may have been born. "Fifteen" said on a day is anybody who turned fifteen that day, back to whoever
 * turns sixteen on the next.
 */
export function birthSpan(known: AgeKnown): BirthSpan {
  if (known.kind === 'born') return { earliest: known.bornOn, latest: known.bornOn };
  const [from, below] = known.kind === 'years' ? [known.years, known.years + 1] : YEARS[known.band];
  return {
    earliest: below === null ? null : dayAfter(yearsBefore(known.saidOn, below)),
    latest: yearsBefore(known.saidOn, from),
  };
}

/**
 * The least age in whole years that the person can have on a day; 0 before the birth. Protection goes by this one:
 * whoever may be a child is treated as a child (Working Together 2023 and the Code of Practice to the Care Act say
 * the same of an age in doubt).
 */
export function youngestOn(span: BirthSpan, on: string): number {
  return Math.max(0, ageOn({ bornOn: span.latest, on }));
}

/** The greatest age on a day; null when there is no telling. */
export function oldestOn(span: BirthSpan, on: string): number | null {
  return span.earliest === null ? null : Math.max(0, ageOn({ bornOn: span.earliest, on }));
}

/**
 * The first day on which somebody born on `bornOn` has this many years. A birthday of 29 February is kept on 1 March
 * in other years (Family Law Reform Act 1969 s.9: a birthday begins with its anniversary, and 28 February is none).
 */
export function birthdayOn(bornOn: string, years: number): string {
  const date = `${padded(Number(bornOn.slice(0, 4)) + years)}${bornOn.slice(4)}`;
  return parseDate(date) === undefined ? `${date.slice(0, 4)}-03-01` : date;
}

/** The latest birth date of somebody who has this many years on a day. */
function yearsBefore(on: string, years: number): string {
  const date = `${padded(Number(on.slice(0, 4)) - years)}${on.slice(4)}`;
  return parseDate(date) === undefined ? `${date.slice(0, 4)}-02-28` : date;
}

function dayAfter(date: string): string {
  const day = parseDate(date);
  if (day === undefined) throw new Error('a span begins on a date that exists');
  return dateOf(day + 1);
}

function padded(year: number): string {
  return String(year).padStart(4, '0');
}
