import type { OpeningHours, Span, Weekday, WeeklySchedule } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { WEEKDAYS } from '../../formatting/moment.copy';
import { hoursInWords } from '../policies/opening-words';
import { readTimeOfDay } from '../typed-moments/time-of-day';
import { HOURS_FORM } from './calendars.copy';

export const DAYS = Object.keys(WEEKDAYS) as readonly Weekday[];

export function weekField(prefix: string, day: Weekday): string {
  return `${prefix}${day.charAt(0).toUpperCase()}${day.slice(1)}`;
}

/** A week as the form shows it: one field a day, empty for a closed one. */
export function weekRaw(prefix: string, { schedule }: OpeningHours): Readonly<Record<string, string>> {
  return Object.fromEntries(
    DAYS.map((day) => {
      const spans = schedule[day] ?? [];
      return [weekField(prefix, day), spans.length === 0 ? '' : hoursInWords(spans)];
    }),
  );
}

/** The week as typed; everything else about the hours stays as it was. */
export function readWeek(
  prefix: string,
  raw: Readonly<Record<string, string>>,
  base: OpeningHours,
): { readonly hours: OpeningHours; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const schedule: Partial<Record<Weekday, readonly Span[]>> = {};
  for (const day of DAYS) {
    const spans = readSpans(raw[weekField(prefix, day)] ?? '');
    if (spans === undefined)
      errors.push({ field: weekField(prefix, day), message: HOURS_FORM.badHours(WEEKDAYS[day]) });
    else if (spans.length > 0) schedule[day] = spans;
  }
  return { hours: { ...base, schedule: schedule as WeeklySchedule }, errors };
}

/**
 * "9am to 5pm", "9am to 1pm and 2pm to 5pm", "9:00-17:00" as spans; nothing or "closed" is none. Undefined for
 * anything that cannot be read, and for hours that close before they open: a night is two days' hours.
 */
export function readSpans(typed: string): readonly Span[] | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '' || text === 'closed') return [];
  if (text === 'all day') return [['00:00', '24:00']];
  const spans: Span[] = [];
  for (const part of text.split(/\s*(?:,|;|\band\b)\s*/)) {
    const [opens = '', closes = '', more] = part.split(/\s*(?:\bto\b|-|–)\s*/);
    const from = readTimeOfDay(opens);
    const to = closes.trim() === 'midnight' ? '24:00' : readTimeOfDay(closes);
    if (from === undefined || to === undefined || more !== undefined || to <= from) return undefined;
    spans.push([from, to]);
  }
  return spans;
}
