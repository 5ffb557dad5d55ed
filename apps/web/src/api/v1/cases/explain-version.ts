import {
  calendarOf,
  explainDue,
  explainWorkingDay,
  type DeadlineInputs,
  type OpeningHours,
  type Segment,
} from '#libs/domain';

const ALL_DAY = [['00:00', '24:00']] as const;
const EVERY_DAY = {
  mon: ALL_DAY,
  tue: ALL_DAY,
  wed: ALL_DAY,
  thu: ALL_DAY,
  fri: ALL_DAY,
  sat: ALL_DAY,
  sun: ALL_DAY,
};

/** The working of one ledger version, from that row alone. An elapsed limb counts every hour, shown day by day. */
export function explainVersion({ startedAt, limb, hours }: DeadlineInputs): readonly Segment[] {
  const elapsed: OpeningHours = { timezone: hours.timezone, schedule: EVERY_DAY, holidays: [] };
  const built = calendarOf(limb.kind === 'elapsed' ? elapsed : hours);
  if (built.kind === 'refused') throw new Error(`the ledger row cannot be explained: ${built.reason}`);
  const explained =
    limb.kind === 'elapsed'
      ? explainDue(built.calendar, { start: startedAt, seconds: limb.seconds })
      : explainWorkingDay(built.calendar, { start: startedAt, ...limb });
  if (explained.kind === 'refused')
    throw new Error(`the ledger row cannot be explained: ${explained.reason}`);
  return explained.segments;
}
