import type { OpeningHours, Span, Weekday } from '#libs/domain';
import { WEEKDAYS } from '../../formatting/moment.copy';
import { clockFace } from '../promise-words/clock-face';

const ORDER: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Weekly hours as people say them: "Monday to Friday, 9am to 5pm". One line for each group of like days. */
export function safeHoursInWords({ schedule }: OpeningHours): readonly string[] {
  const groups: { days: Weekday[]; hours: string }[] = [];
  for (const day of ORDER) {
    const hours = spansInWords(schedule[day] ?? []);
    const last = groups.at(-1);
    if (last?.hours === hours) last.days.push(day);
    else groups.push({ days: [day], hours });
  }
  return groups
    .filter(({ hours }) => hours !== '')
    .map(({ days, hours }) => `${daysInWords(days)}, ${hours}`);
}

function daysInWords(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (days.length === 1) return WEEKDAYS[first];
  return `${WEEKDAYS[first]} ${days.length === 2 ? 'and' : 'to'} ${WEEKDAYS[last]}`;
}

/** "9am to midday and 5pm to 8pm", "all day". */
export function spansInWords(spans: readonly Span[]): string {
  return spans.map(spanInWords).join(' and ');
}

function spanInWords([opens, closes]: Span): string {
  if (opens === '00:00' && closes === '24:00') return 'all day';
  return `${clockFace(opens)} to ${clockFace(closes)}`;
}
