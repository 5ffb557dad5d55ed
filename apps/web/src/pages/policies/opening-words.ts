import type { OpeningHours, Span, Weekday } from '#libs/domain';
import { WEEKDAYS } from '../../formatting/moment.copy';
import { calendarDay } from '../../formatting/moments';
import { clockFace } from '../promise-words/clock-face';
import { CLOSED } from './policies.copy';

/** "Monday to Friday: 9am to 5pm", days with the same hours together, the week in order. */
export function openingInWords({ schedule }: OpeningHours): readonly string[] {
  const days = Object.entries(WEEKDAYS).map(([key, name]) => ({
    name,
    hours: hoursInWords(schedule[key as Weekday] ?? []),
  }));
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const { name, hours } of days) {
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = name;
    else runs.push({ first: name, last: name, hours });
  }
  return runs.map(({ first, last, hours }) => `${rangeInWords(first, last)}: ${hours}`);
}

/** "24 December 2026: 9am to midday", from a day on, in the order of the days. */
export function daysInWords({ dateOverrides = {} }: OpeningHours, from: string): readonly string[] {
  return Object.entries(dateOverrides)
    .filter(([date]) => date >= from)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, spans]) => `${calendarDay(date)}: ${hoursInWords(spans)}`);
}

/** "9am to 1pm and 2pm to 5pm", "closed". What a form shows, and reads back. */
export function hoursInWords(spans: readonly Span[]): string {
  if (spans.length === 0) return CLOSED.toLowerCase();
  return spans.map(([opens, closes]) => `${clockFace(opens)} to ${clockFace(closes)}`).join(' and ');
}

function rangeInWords(first: string, last: string): string {
  return first === last ? first : `${first} to ${last}`;
}
