import { yearOf, yearStart } from './civil-date';
import type { WorkingCalendar } from './calendar';
import type { Instant } from './instant';
import { countBelow } from './year-table';

export interface OpenInterval {
  readonly from: Instant;
  readonly to: Instant;
  /** Open seconds since the start of the range, before this interval. */
  readonly openBefore: number;
}

/** The table itself, for bulk work elsewhere: a database that joins on it gets the answers of this library. */
export function* openIntervals(
  calendar: WorkingCalendar,
  range: { from: Instant; to: Instant },
): Generator<OpenInterval> {
  let openBefore = 0;
  let open: { from: Instant; to: Instant } | undefined;
  for (const { from, to } of yearByYear(calendar, range)) {
    if (open && open.to === from) {
      open = { from: open.from, to };
      continue;
    }
    if (open) {
      yield { ...open, openBefore };
      openBefore += (open.to - open.from) / 1_000;
    }
    open = { from, to };
  }
  if (open) yield { ...open, openBefore };
}

/** An interval that is open over the turn of a UTC year comes in two parts. */
function* yearByYear(calendar: WorkingCalendar, range: { from: Instant; to: Instant }) {
  for (let year = yearOf(range.from); yearStart(year) < range.to; year += 1) {
    const { starts, ends } = calendar.tableOf(year);
    for (let i = countBelow(ends, range.from + 1); i < starts.length && starts[i]! < range.to; i += 1) {
      yield {
        from: Math.max(starts[i]!, range.from) as Instant,
        to: Math.min(ends[i]!, range.to) as Instant,
      };
    }
  }
}
