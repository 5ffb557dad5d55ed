import { localDateTime, type Instant, type Precision } from '#libs/domain';
import { MONTHS } from '../../formatting/moment.copy';
import { dayInFull, timeInWords } from '../../formatting/moments';
import { TRACK } from './track.copy';

/** When something happened, no more exactly than it is known. */
export function roughlyInWords(at: Instant, precision: Precision, timezone: string): string {
  const { month, year } = localDateTime(at, timezone);
  switch (precision) {
    case 'minute':
      return timeInWords(at, timezone);
    case 'day':
      return dayInFull(at, timezone);
    case 'month':
      return TRACK.about(`${MONTHS[month - 1] ?? ''} ${String(year)}`);
    case 'year':
      return TRACK.aboutYear(String(year));
  }
}

/** A day in court: its first instant says that no time was given. */
export function courtInWords(at: Instant, timezone: string): string {
  const wall = localDateTime(at, timezone);
  return wall.hour === 0 && wall.minute === 0 ? dayInFull(at, timezone) : timeInWords(at, timezone);
}
