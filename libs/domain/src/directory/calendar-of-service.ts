import { calendarOf, parseDate, type CalendarBuilt, type OpeningHours, type Span } from '../time';
import { dateOf } from '../time/civil-date';
import type { Closure, DirectoryService } from './service';

/** A closure longer than this is a service that is not there: retire it and open it again. */
export const LONGEST_CLOSURE_DAYS = 366;

const hoursOf = new WeakMap<object, OpeningHours>();

/**
 * When a service is open, its closures taken out of its hours, which are in its own zone. The same service value gives
 * the same calendar, so tables are built once. Refused for hours that mean nothing or are never open.
 */
export function calendarOfService(service: Pick<DirectoryService, 'opening' | 'closures'>): CalendarBuilt {
  const known = hoursOf.get(service);
  if (known) return calendarOf(known);
  const hours = service.closures.length === 0 ? service.opening : withClosures(service);
  hoursOf.set(service, hours);
  return calendarOf(hours);
}

function withClosures({ opening, closures }: Pick<DirectoryService, 'opening' | 'closures'>): OpeningHours {
  const shut = Object.fromEntries(
    closures.flatMap(daysOf).map((day): [string, readonly Span[]] => [day, []]),
  );
  return { ...opening, dateOverrides: { ...opening.dateOverrides, ...shut } };
}

/** No days for dates that do not exist or stand the wrong way round: the faults of a service name those. */
function daysOf({ from, to }: Closure): readonly string[] {
  const [first, end] = [parseDate(from), parseDate(to)];
  if (first === undefined || end === undefined || end <= first) return [];
  const length = Math.min(end - first, LONGEST_CLOSURE_DAYS);
  return Array.from({ length }, (_, index) => dateOf(first + index));
}
