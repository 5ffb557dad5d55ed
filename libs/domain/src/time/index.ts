export * from './instant';
export {
  parseInstant,
  isoSecondsOf,
  wholeSecond,
  EARLIEST,
  LATEST,
  type InstantRefusal,
} from './parse-instant';
export { WEEKDAYS, parseDate, weekdayOf, type Weekday } from './civil-date';
export type { Span, WeeklySchedule, OpeningHours, CalendarRefusal, QuestionRefusal } from './opening-hours';
export { buildCalendar, type WorkingCalendar } from './calendar';
export { calendarOf, soundCalendarOf, type CalendarBuilt } from './calendar-cache';
export {
  dueAfter,
  openSecondsBetween,
  isOpen,
  nextOpening,
  lastOpenInstantNotAfter,
  addElapsed,
  type Due,
  type Opening,
} from './open-time';
export { lastClosing } from './last-closing';
export { openIntervals, type OpenInterval } from './open-intervals';
export { workingDayDue, WORKING_DAY_SECONDS, type Reading, type WorkingDayQuestion } from './working-day';
export {
  explainDue,
  explainWorkingDay,
  explainElapsed,
  type Segment,
  type SegmentReason,
  type Explanation,
} from './explain';
export {
  localDate,
  localDateTime,
  instantAtLocal,
  type LocalDateTime,
  type LocalTimeRefusal,
} from './local-time';
