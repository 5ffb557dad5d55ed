import { buildCalendar, type CalendarRefusal, type WorkingCalendar } from '#libs/domain';
import type { Members } from './line-members';
import { CALENDAR_FIELDS, readOpeningHours, type HoursRefusal } from './opening-hours.form';
import { parseStrictJson } from './strict-json';

export type CachedCalendar =
  | { kind: 'built'; calendar: WorkingCalendar }
  | { kind: 'refused'; reason: HoursRefusal | CalendarRefusal }
  | { kind: 'unreadable' };

/** Few enough to keep a long stream small, enough for a file that takes turns between the calendars of a county. */
const KEPT = 32;

/** Calendars already built, by the text of their hours. When full it lets go of the one asked for least recently. */
export class CalendarCache {
  private readonly calendars = new Map<string, CachedCalendar>();
  private latest?: { key: string; calendar: CachedCalendar };

  calendarFor(members: Members): CachedCalendar {
    // No line holds a line end, and no value's text is empty: the key tells every two calendars apart.
    const key = CALENDAR_FIELDS.map((name) => members.get(name)).join('\n');
    if (this.latest?.key === key) return this.latest.calendar;
    const calendar = this.calendars.get(key) ?? build(members);
    this.calendars.delete(key);
    this.calendars.set(key, calendar);
    if (this.calendars.size > KEPT) this.calendars.delete(this.calendars.keys().next().value!);
    this.latest = { key, calendar };
    return calendar;
  }

  get size(): number {
    return this.calendars.size;
  }
}

function build(members: Members): CachedCalendar {
  const raw: Record<string, unknown> = {};
  for (const name of CALENDAR_FIELDS) {
    const text = members.get(name);
    if (text === undefined) continue;
    const json = parseStrictJson(text);
    if (json.kind === 'refused') return { kind: 'unreadable' };
    raw[name] = json.value;
  }
  const read = readOpeningHours(raw);
  return read.kind === 'refused' ? read : buildCalendar(read.hours);
}
