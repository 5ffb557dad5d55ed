import { isDeepStrictEqual } from 'node:util';
import {
  buildCalendar,
  localDate,
  promiseFaults,
  type CalendarVersion,
  type OpeningHours,
} from '#libs/domain';
import type { Transaction } from '../ports';
import type { ChangeKind, ProposedChange } from './change-kind';

/**
 * `holidays` adds bank holidays, and moves the deadlines of started clocks that are not yet due. `hours` changes the
 * week, closures and days with hours of their own, for clocks that start later and for no other (DESIGN §3).
 */
export interface CalendarChange {
  readonly change: 'hours' | 'holidays';
  readonly hours: OpeningHours;
  readonly addedHolidays: readonly string[];
}

export const calendarChange: ChangeKind = {
  kind: 'calendar',

  async newest(tx, subject) {
    const newest = await tx.ruleVersions.newestCalendar(subject);
    return (
      newest && {
        version: newest.version,
        effectiveFrom: newest.effectiveFrom,
        body: { hours: newest.hours },
      }
    );
  },

  faults: calendarFaults,

  async apply(tx, { subject, basedOnVersion, body, effectiveFrom }) {
    const { hours } = body as CalendarChange;
    await tx.ruleVersions.appendCalendar({ id: subject, version: basedOnVersion + 1, hours, effectiveFrom });
  },
};

async function calendarFaults(tx: Transaction, change: ProposedChange): Promise<readonly string[]> {
  const { subject, basedOnVersion, body, from } = change;
  const { change: what, hours, addedHolidays } = body as CalendarChange;
  const newest = await tx.ruleVersions.newestCalendar(subject);
  if (newest === null) return ['unknown-calendar'];
  const built = buildCalendar(hours);
  if (built.kind === 'refused') return [built.reason];
  const faults =
    what === 'hours' ? sameHolidays(hours, newest) : holidayFaults(tx, { hours, addedHolidays, newest });
  if (faults.length > 0) return faults;
  const calendar: CalendarVersion = { id: subject, version: basedOnVersion + 1, hours };
  const policies = await tx.ruleVersions.newestPolicies();
  const broken = policies.some(
    ({ policy }) => policy.calendar === subject && promiseFaults(policy, { calendar, from }).length > 0,
  );
  return broken ? ['breaks-a-policy'] : [];
}

function sameHolidays(hours: OpeningHours, newest: CalendarVersion): readonly string[] {
  return isDeepStrictEqual(hours.holidays, newest.hours.holidays) && hours.timezone === newest.hours.timezone
    ? []
    : ['not-only-hours'];
}

/** A holiday longer gone than this can concern no clock that still runs. */
const DAYS_BACK = 31;

function holidayFaults(
  tx: Transaction,
  {
    hours,
    addedHolidays,
    newest,
  }: { hours: OpeningHours; addedHolidays: readonly string[]; newest: CalendarVersion },
): readonly string[] {
  const { holidays: before, knownUntil: knownBefore } = newest.hours;
  const { knownUntil } = hours;
  const expected = [...new Set([...before, ...addedHolidays])].toSorted();
  const bare = (value: OpeningHours) => ({ ...value, holidays: null, knownUntil: null });
  const onlyHolidays =
    isDeepStrictEqual(bare(hours), bare(newest.hours)) &&
    isDeepStrictEqual([...hours.holidays].toSorted(), expected);
  if (!onlyHolidays) return ['not-only-holidays'];
  if (addedHolidays.length === 0 && knownUntil === knownBefore) return ['no-holidays'];
  if (addedHolidays.some((date) => before.includes(date))) return ['holiday-known'];
  if (knownUntil !== undefined && knownBefore !== undefined && knownUntil < knownBefore)
    return ['known-until-earlier'];
  const oldest = new Date(Date.parse(localDate(tx.now, hours.timezone)) - DAYS_BACK * 86_400_000);
  return addedHolidays.some((date) => date < oldest.toISOString().slice(0, 10)) ? ['holiday-long-past'] : [];
}
