import { calendarOf, explainDue, explainWorkingDay, type OpeningHours, type Segment } from '../time';
import { EVERY_DAY } from './every-day';
import type { DeadlineInputs } from './version';

/**
 * The working of one ledger version, from that row alone: what counted, what did not and why. An elapsed limb counts
 * every hour, shown by local day; a limb of working days counts dates, or seconds of opening time in reading B. The
 * segments sum to the budget and end at the due instant. A row that cannot be explained was not made by `computeDue`.
 */
export function explainVersion({ startedAt, limb, hours }: DeadlineInputs): readonly Segment[] {
  const elapsed: OpeningHours = { timezone: hours.timezone, schedule: EVERY_DAY, holidays: [] };
  const built = calendarOf(limb.kind === 'elapsed' ? elapsed : hours);
  if (built.kind === 'refused') throw new Error(`the ledger row cannot be explained: ${built.reason}`);
  const explained =
    limb.kind === 'elapsed'
      ? explainDue(built.calendar, { start: startedAt, seconds: limb.seconds })
      : explainWorkingDay(built.calendar, { start: startedAt, ...limb });
  if (explained.kind === 'refused') {
    throw new Error(`the ledger row cannot be explained: ${explained.reason}`);
  }
  return explained.segments;
}
