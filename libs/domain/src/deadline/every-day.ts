import type { WeeklySchedule } from '../time';

const WHOLE_DAY = [['00:00', '24:00']] as const;

/** The week of a clock that nothing closes. */
export const EVERY_DAY: WeeklySchedule = {
  mon: WHOLE_DAY,
  tue: WHOLE_DAY,
  wed: WHOLE_DAY,
  thu: WHOLE_DAY,
  fri: WHOLE_DAY,
  sat: WHOLE_DAY,
  sun: WHOLE_DAY,
};
