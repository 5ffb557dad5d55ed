import type { Instant, OpeningHours } from '../time';
import { computeDue, type DeadlineInputs, type Proclaimed } from './version';

const merged = new WeakMap<OpeningHours, Map<string, OpeningHours>>();

/** Hours with more bank holidays; the same object for the same dates, so that its calendar is built once. */
export function withHolidays(hours: OpeningHours, dates: readonly string[]): OpeningHours {
  if (dates.length === 0) return hours;
  const known = merged.get(hours) ?? new Map<string, OpeningHours>();
  merged.set(hours, known);
  const key = dates.join(' ');
  const found = known.get(key);
  if (found) return found;
  const holidays = [...new Set([...hours.holidays, ...dates])].toSorted();
  const fresh: OpeningHours = { ...hours, holidays };
  known.set(key, fresh);
  return fresh;
}

/**
 * The opening hours one started clock goes by: those of its calendar version, and the bank holidays proclaimed since.
 * Other changes of the calendar never reach a clock that has started (DESIGN §3).
 */
export function hoursUnder(inputs: Pick<DeadlineInputs, 'proclaimed'>, hours: OpeningHours): OpeningHours {
  return withHolidays(hours, inputs.proclaimed?.dates ?? []);
}

/**
 * What late-proclaimed bank holidays make of one started clock: its new inputs and due instant, or null when it does
 * not move. `hours` are those of the clock's own calendar version. An elapsed limb never moves, and nothing moves
 * twice for the same dates. Example: due Monday 19 September 2022 at 17:00, proclaimed a holiday, moves to Tuesday.
 */
export function proclaim(
  inputs: DeadlineInputs,
  { hours, dueAt, proclaimed }: { hours: OpeningHours; dueAt: Instant; proclaimed: Proclaimed },
): { readonly inputs: DeadlineInputs; readonly dueAt: Instant } | null {
  if (inputs.limb.kind === 'elapsed') return null;
  const dates = [...new Set([...(inputs.proclaimed?.dates ?? []), ...proclaimed.dates])].toSorted();
  const next: DeadlineInputs = {
    ...inputs,
    hours: withHolidays(hours, dates),
    proclaimed: { calendarVersion: proclaimed.calendarVersion, dates },
  };
  const due = computeDue(next);
  return due.kind === 'due' && due.at > dueAt ? { inputs: next, dueAt: due.at } : null;
}
