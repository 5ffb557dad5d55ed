import {
  HOUR,
  localDate,
  localDateTime,
  MINUTE,
  parseDate,
  plus,
  weekdayOf,
  type Instant,
  type LocalDateTime,
} from '#libs/domain';
import { AFTER_CLOCKS_GO_BACK, BEFORE_CLOCKS_GO_BACK, MONTHS, WEEKDAYS } from './moment.copy';

const DAY = 24 * HOUR;

/** "4:30pm", "9am", "midday". An hour that the clocks repeat says which of the two it is. */
export function timeOfDay(at: Instant, timezone: string): string {
  const wall = localDateTime(at, timezone);
  return clockFace(wall.hour, wall.minute) + whichOfTwo(at, timezone, wall);
}

/** "Tuesday 1 September 2026". */
export function dayInFull(at: Instant, timezone: string): string {
  const { weekday, day, month, year } = localDateTime(at, timezone);
  return `${WEEKDAYS[weekday]} ${day} ${MONTHS[month - 1]} ${year}`;
}

/** "Tuesday 1 September 2026 at 5pm". */
export function timeInWords(at: Instant, timezone: string): string {
  return `${dayInFull(at, timezone)} at ${timeOfDay(at, timezone)}`;
}

/** "today at 4:30pm", "tomorrow at 9am", "yesterday at 5pm"; any other day in full. */
export function momentInWords(at: Instant, { now, timezone }: { now: Instant; timezone: string }): string {
  const difference = dayNumber(at, timezone) - dayNumber(now, timezone);
  const near = new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]).get(difference);
  return near === undefined ? timeInWords(at, timezone) : `${near} at ${timeOfDay(at, timezone)}`;
}

/** "in 1 h 25 m", "3 h 5 m ago", "now". Whole minutes, rounded so that time left is never overstated. */
export function distanceInWords(at: Instant, now: Instant): string {
  const difference = at - now;
  if (difference === 0) return 'now';
  return difference > 0 ? `in ${lengthInWords(difference)}` : `${lengthInWords(-difference)} ago`;
}

/** "2 days 3 h", "1 h 25 m", "25 m", "less than a minute". */
export function lengthInWords(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'less than a minute';
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days > 0) return joined([days === 1 ? '1 day' : `${days} days`, hours > 0 ? `${hours} h` : '']);
  return joined([hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} m` : '']);
}

/** A calendar day as stored, `2026-09-01`: "1 September 2026". It is nobody's instant and has no zone. */
export function calendarDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** A calendar day as stored with its weekday: "Tuesday 1 September 2026". Throws on what is not a date. */
export function calendarDayInFull(date: string): string {
  const day = parseDate(date);
  if (day === undefined) throw new RangeError('not a date');
  return `${WEEKDAYS[weekdayOf(day)]} ${calendarDay(date)}`;
}

function clockFace(hour: number, minute: number): string {
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

function whichOfTwo(at: Instant, timezone: string, wall: LocalDateTime): string {
  if (localDateTime(plus(at, HOUR), timezone).hour === wall.hour) return BEFORE_CLOCKS_GO_BACK;
  return localDateTime(plus(at, -HOUR), timezone).hour === wall.hour ? AFTER_CLOCKS_GO_BACK : '';
}

function dayNumber(at: Instant, timezone: string): number {
  return Date.parse(localDate(at, timezone)) / DAY;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
