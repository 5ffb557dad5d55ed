import { DAY, yearStart } from './civil-date';
import { planDays, type DayPlan } from './day-plan';
import type { Instant } from './instant';
import { firstReading } from './local-time';
import type { CalendarRefusal, OpeningHours, QuestionRefusal } from './opening-hours';
import { buildYear, type YearTable } from './year-table';
import { zoneOf, type Zone } from './zone';

/** Opening hours ready to answer questions. Build it once and keep it: years are laid out when first asked about. */
export interface WorkingCalendar {
  readonly hours: OpeningHours;
  readonly zone: Zone;
  readonly plan: DayPlan;
  /** The first instant for which the holidays are no longer known. */
  readonly knownBefore?: Instant;
  tableOf(year: number): YearTable;
}

/** A stream of questions from every century would otherwise keep a table for each year of them. */
const YEARS_KEPT = 128;

/** Checks opening hours and makes a calendar of them; refuses hours that cannot mean anything, with the reason. */
export function buildCalendar(
  hours: OpeningHours,
): { kind: 'built'; calendar: WorkingCalendar } | { kind: 'refused'; reason: CalendarRefusal } {
  const zone = zoneOf(hours.timezone);
  if (!zone) return { kind: 'refused', reason: 'unknown-timezone' };
  const planned = planDays(hours);
  if (planned.kind === 'refused') return planned;
  const { plan } = planned;
  const years = new Map<number, YearTable>();
  const calendar: WorkingCalendar = {
    hours,
    zone,
    plan,
    knownBefore:
      plan.lastKnownDay === undefined ? undefined : firstReading(zone, (plan.lastKnownDay + 1) * DAY),
    tableOf(year) {
      const kept = years.get(year);
      if (kept) return kept;
      const built = buildYear({ zone, plan }, year);
      if (years.size >= YEARS_KEPT) years.clear();
      years.set(year, built);
      return built;
    },
  };
  return { kind: 'built', calendar };
}

/** How far a question may reach, and what to answer when it would reach further. */
export interface Horizon {
  readonly at: Instant;
  readonly reason: 'beyond-50-years' | 'past-known-holidays';
}

/** Fifty years on, to the day and second; or where the known holidays end, if that is sooner. */
export function horizonOf(calendar: WorkingCalendar, start: Instant): Horizon {
  const later = new Date(start);
  later.setUTCFullYear(later.getUTCFullYear() + 50);
  const at = Math.min(later.getTime(), yearStart(10_000)) as Instant;
  const { knownBefore } = calendar;
  if (knownBefore !== undefined && knownBefore < at)
    return { at: knownBefore, reason: 'past-known-holidays' };
  return { at, reason: 'beyond-50-years' };
}

export function refused<Reason extends QuestionRefusal>(reason: Reason): { kind: 'refused'; reason: Reason } {
  return { kind: 'refused', reason };
}
