import { instantAtLocal, type Instant, type LocalTimeRefusal } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { MONTHS } from '../../formatting/moment.copy';
import { MOMENT_ERRORS, type MomentWords } from './typed-moment.copy';
import { readTimeOfDay } from './time-of-day';

/** A local date and time as a form asks for them: three date fields, one time, and which of two when clocks repeat. */
export type MomentNames<Prefix extends string> = readonly [
  `${Prefix}Day`,
  `${Prefix}Month`,
  `${Prefix}Year`,
  `${Prefix}Time`,
  `${Prefix}Which`,
];

export type MomentRaw<Prefix extends string> = Readonly<Record<MomentNames<Prefix>[number], string>>;

export type TypedMoment =
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

/** Nobody means an earlier year: it is a slip of the finger. */
const EARLIEST_YEAR = 1950;
const LATEST_YEAR = 2200;

export function momentNames<Prefix extends string>(prefix: Prefix): MomentNames<Prefix> {
  return [`${prefix}Day`, `${prefix}Month`, `${prefix}Year`, `${prefix}Time`, `${prefix}Which`];
}

/**
 * What was typed as an instant. An hour that the clocks skipped never was, and one that they repeated is a question:
 * neither is guessed.
 */
export function readMoment<Prefix extends string>(
  fields: MomentRaw<Prefix>,
  { prefix, words, timezone }: { prefix: Prefix; words: MomentWords; timezone: string },
): TypedMoment {
  const raw: Readonly<Record<string, string>> = fields;
  const at = (part: string) => raw[`${prefix}${part}`]?.trim() ?? '';
  const invalid = (part: string, message: string): TypedMoment => ({
    kind: 'invalid',
    errors: [{ field: `${prefix}${part}`, message }],
  });
  const parts = { day: at('Day'), month: at('Month'), year: at('Year') };
  const missing = (['Day', 'Month', 'Year'] as const).filter((part) => at(part) === '');
  if (missing.length === 3) return invalid('Day', words.missing);
  if (missing[0] !== undefined) return invalid(missing[0], MOMENT_ERRORS.incomplete(missing));
  const date = readDate(parts);
  if (date === undefined) return invalid('Day', words.notADate);
  const year = Number(date.slice(0, 4));
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return invalid('Year', MOMENT_ERRORS.year(EARLIEST_YEAR));
  if (at('Time') === '') return invalid('Time', words.timeMissing);
  const time = readTimeOfDay(at('Time'));
  if (time === undefined) return invalid('Time', MOMENT_ERRORS.notATime);
  const which = at('Which');
  const repeated = which === 'earlier' || which === 'later' ? which : 'refuse';
  const found = instantAtLocal({ date, time, timezone, repeated, missing: 'refuse' });
  if (found.kind === 'instant') return { kind: 'moment', at: found.at };
  return found.reason === 'repeated-local-time'
    ? invalid('Which', MOMENT_ERRORS.repeated(time))
    : invalid(found.reason === 'missing-local-time' ? 'Time' : 'Day', sentenceOf(found.reason, time, words));
}

/** `YYYY-MM-DD` for a date that may still not exist; months may be written as words. */
export function readDate(typed: { day: string; month: string; year: string }): string | undefined {
  const month = /^\d{1,2}$/.test(typed.month) ? Number(typed.month) : monthByName(typed.month);
  if (!/^\d{1,2}$/.test(typed.day) || !/^\d{4}$/.test(typed.year) || month === undefined) return undefined;
  const text = [typed.year, two(month), two(Number(typed.day))].join('-');
  const real = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === text ? text : undefined;
}

/** Whether the form must ask which of two equal times was meant. */
export function asksWhich(
  errors: readonly FieldError[],
  raw: Readonly<Record<string, string>>,
  prefix: string,
) {
  return errors.some(({ field }) => field === `${prefix}Which`) || raw[`${prefix}Which`] !== '';
}

function monthByName(text: string): number | undefined {
  if (text.length < 3) return undefined;
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase()));
  return index === -1 ? undefined : index + 1;
}

function sentenceOf(reason: LocalTimeRefusal, time: string, words: MomentWords): string {
  return reason === 'missing-local-time' ? MOMENT_ERRORS.skipped(time) : words.notADate;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
