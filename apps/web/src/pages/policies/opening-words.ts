import type { OpeningHours, Span, Weekday } from '#libs/domain';
import { WEEKDAYS } from '../../formatting/moment.copy';
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
  return runs.map(({ first, last, hours }) => `${daysInWords(first, last)}: ${hours}`);
}

function hoursInWords(spans: readonly Span[]): string {
  if (spans.length === 0) return CLOSED.toLowerCase();
  return spans.map(([opens, closes]) => `${clockFace(opens)} to ${clockFace(closes)}`).join(' and ');
}

function daysInWords(first: string, last: string): string {
  return first === last ? first : `${first} to ${last}`;
}
