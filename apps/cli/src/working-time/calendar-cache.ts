import { buildCalendar } from '#libs/domain';
import { readOpeningHours, type HoursRefusal, type RawHours } from './opening-hours.form';

export type CachedCalendar = ReturnType<typeof buildCalendar> | { kind: 'refused'; reason: HoursRefusal };

/** Few enough to keep a long stream small, enough for a file that takes turns between the calendars of a county. */
const KEPT = 32;

/** Calendars already built, by the text of their hours. When full it lets go of the one asked for least recently. */
export class CalendarCache {
  private readonly calendars = new Map<string, CachedCalendar>();
  private latest?: { key: string; calendar: CachedCalendar };

  calendarFor(raw: RawHours): CachedCalendar {
    const key = JSON.stringify([raw.timezone, raw.schedule, raw.holidays, raw.dateOverrides, raw.closed]);
    if (this.latest?.key === key) return this.latest.calendar;
    const calendar = this.calendars.get(key) ?? build(raw);
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

function build(raw: RawHours): CachedCalendar {
  const read = readOpeningHours(raw);
  return read.kind === 'refused' ? read : buildCalendar(read.hours);
}
