import { WEEKDAYS, type OpeningHours, type Span, type Weekday } from '../../time';
import { BYDAY } from './export-service';
import type { Reading } from './import-defaults';
import type { OrSchedule, OrService } from './shape';

/**
 * Opening hours out of weekly schedules. Times are read as those of the clock on the wall: an offset such as `Z` or
 * `+01:00` is right for half of a year alone, so it is left out and named.
 */
export function weekOf({ schedules = [] }: OrService, { terms, defaults, note }: Reading): OpeningHours {
  const schedule: Partial<Record<Weekday, Span[]>> = {};
  schedules.forEach((row, place) => {
    const days = daysOf(row);
    const [opens, closes] = [timeOf(row.opens_at), timeOf(row.closes_at)];
    if (days.length === 0 || opens === null || closes === null) {
      note(`schedules[${place}]`, 'schedule-not-weekly');
      return;
    }
    if (opens.offset || closes.offset) note(`schedules[${place}]`, 'fixed-offset-read-as-local');
    for (const day of days) (schedule[day] ??= []).push([opens.time, closes.time]);
  });
  const own = terms.parts('opening') as Omit<OpeningHours, 'schedule'> | undefined;
  if (typeof own?.timezone === 'string' && Array.isArray(own.holidays)) return { ...own, schedule };
  note('opening.timezone', 'assumed');
  return { timezone: defaults.timezone, schedule, ...defaults.bankHolidays };
}

function daysOf({ freq, byday = '' }: OrSchedule): readonly Weekday[] {
  if (freq !== 'WEEKLY') return [];
  const asked = byday.split(',').map((part) => part.trim());
  return WEEKDAYS.filter((day) => asked.includes(BYDAY[day]));
}

function timeOf(typed: string | undefined): { readonly time: string; readonly offset: boolean } | null {
  const [, time, offset] = /^(\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:?\d{2})?$/.exec(typed ?? '') ?? [];
  return time === undefined ? null : { time, offset: offset !== undefined };
}
