import type { Span } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readDate } from '../typed-moments/typed-moment';
import { HOLIDAYS_FORM, HOURS_FORM } from './calendars.copy';
import { readSpans } from './weekly-hours';

/** "24 12 2026", "24/12/2026" or "24 December 2026" as `2026-12-24`; undefined for anything else. */
export function readDay(typed: string): string | undefined {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[ ./-]+(\w+)[ ./-]+(\d{4})$/.exec(typed.trim()) ?? [];
  return readDate({ day, month, year });
}

interface Line {
  readonly text: string;
  readonly number: number;
}

function linesOf(typed: string): readonly Line[] {
  return typed
    .split('\n')
    .map((text, index) => ({ text: text.trim(), number: index + 1 }))
    .filter(({ text }) => text !== '');
}

/** One date on each line. */
export function readDates(
  typed: string,
  field: string,
): { dates: readonly string[]; errors: readonly FieldError[] } {
  const dates: string[] = [];
  const errors: FieldError[] = [];
  for (const { text, number } of linesOf(typed)) {
    const date = readDay(text);
    if (date === undefined) errors.push({ field, message: HOLIDAYS_FORM.badDate(number) });
    else if (dates.includes(date)) errors.push({ field, message: HOLIDAYS_FORM.twice(number) });
    else dates.push(date);
  }
  return { dates: dates.toSorted(), errors };
}

/** One day and its hours on each line: `24 12 2026: 9am to midday`. */
export function readSpecialDays(
  typed: string,
  field: string,
): { days: Readonly<Record<string, readonly Span[]>>; errors: readonly FieldError[] } {
  const days: Record<string, readonly Span[]> = {};
  const errors: FieldError[] = [];
  for (const { text, number } of linesOf(typed)) {
    const colon = text.indexOf(':');
    const date = colon === -1 ? undefined : readDay(text.slice(0, colon));
    const hours = text.slice(colon + 1).trim();
    const spans = hours === '' ? undefined : readSpans(hours);
    if (date === undefined || spans === undefined)
      errors.push({ field, message: HOURS_FORM.badSpecial(number) });
    else if (date in days) errors.push({ field, message: HOURS_FORM.twice(number) });
    else days[date] = spans;
  }
  return { days, errors };
}
