import { instant, type Instant } from '../time';

/** Before this nobody living reported anything to a police force that uses Waymark: it is a slip of the keyboard. */
const EARLIEST_REPORT = instant('1950-01-01T00:00:00Z');

export type ReportTimeRefusal = 'reported-in-the-future' | 'reported-too-early';

/** Whether a report can have been made at this time; the clock of the promise starts there. */
export function checkReportTime(reportedAt: Instant, now: Instant): ReportTimeRefusal | null {
  if (reportedAt > now) return 'reported-in-the-future';
  return reportedAt < EARLIEST_REPORT ? 'reported-too-early' : null;
}
