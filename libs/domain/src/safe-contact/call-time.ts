import {
  calendarOf,
  isOpen,
  nextOpening,
  type Instant,
  type OpeningHours,
  type WorkingCalendar,
} from '../time';

/** Windows and opening hours that never meet within this many alternations have no honest answer. */
const MOST_STEPS = 400;

/**
 * The first instant from `now` at which the desk is open and the person can be called safely: the one honest time
 * an officer may pass on. Null when desk and safe times never meet.
 */
export function firstCallTime(options: {
  desk: OpeningHours;
  windows: OpeningHours | null;
  now: Instant;
}): Instant | null {
  const desk = calendarOf(options.desk);
  if (desk.kind === 'refused') return null;
  if (options.windows === null) return openingFrom(desk.calendar, options.now);
  const windows = calendarOf(options.windows);
  return windows.kind === 'refused' ? null : firstCommon(desk.calendar, windows.calendar, options.now);
}

function firstCommon(desk: WorkingCalendar, windows: WorkingCalendar, now: Instant): Instant | null {
  let at: Instant | null = now;
  for (let step = 0; step < MOST_STEPS && at !== null; step += 1) {
    at = openingFrom(desk, at);
    if (at === null || isOpen(windows, at)) return at;
    at = openingFrom(windows, at);
    if (at === null || isOpen(desk, at)) return at;
  }
  return null;
}

function openingFrom(calendar: WorkingCalendar, at: Instant): Instant | null {
  if (isOpen(calendar, at)) return at;
  const opening = nextOpening(calendar, at);
  return opening.kind === 'opening' ? opening.at : null;
}
