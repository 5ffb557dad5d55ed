import { HOUR, instant, plus, type Instant } from '../time';

/** Before this nobody living reported anything to a police force that uses Waymark: it is a slip of the keyboard. */
const EARLIEST_REPORT = instant('1950-01-01T00:00:00Z');

/** A report that reaches us later than this after it was made is marked, and asks why (traps idea 22). */
const LATE_AFTER = 7 * 24 * HOUR;

/** Why a referral comes so long after the report. `not-given` is ours: no referral is held up for the reason (P11). */
export const LATE_REPORT_REASONS = [
  'agreed-later',
  'asked-later',
  'overlooked',
  'transferred-from-another-force',
  'other',
  'not-given',
] as const;
export type LateReportReason = (typeof LATE_REPORT_REASONS)[number];

export type ReportTimeRefusal = 'reported-in-the-future' | 'reported-too-early';

/** Whether a report can have been made at this time; the clock of the promise starts there. */
export function checkReportTime(reportedAt: Instant, now: Instant): ReportTimeRefusal | null {
  if (reportedAt > now) return 'reported-in-the-future';
  return reportedAt < EARLIEST_REPORT ? 'reported-too-early' : null;
}

/** Whether so much time has passed since the report that the referral must say why; a week to the second has not. */
export function reportIsLate(reportedAt: Instant, now: Instant): boolean {
  return plus(reportedAt, LATE_AFTER) < now;
}
