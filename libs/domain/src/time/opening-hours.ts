import type { Weekday } from './civil-date';
import type { Instant } from './instant';

/** Local wall times, `HH:MM` or `HH:MM:SS`, half-open: open from the first, closed at the second. `24:00` may end. */
export type Span = readonly [opens: string, closes: string];

/** A weekday that is not listed is closed. Spans may touch or overlap: an instant in any of them is open. */
export type WeeklySchedule = Readonly<Partial<Record<Weekday, readonly Span[]>>>;

/** Opening hours as people write them: local times in an IANA zone, never UTC, so summer time cannot shift them. */
export interface OpeningHours {
  readonly timezone: string;
  readonly schedule: WeeklySchedule;
  /** Dates closed all day, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** Replaces one date's hours, a holiday's too; `[]` closes it. */
  readonly dateOverrides?: Readonly<Record<string, readonly Span[]>>;
  /** Instants taken out, half-open. */
  readonly closed?: readonly (readonly [from: Instant, to: Instant])[];
  /** The last date for which the holidays are known. A question that reaches past it is refused, never guessed. */
  readonly knownUntil?: string;
}

export type CalendarRefusal =
  | 'unknown-timezone'
  | 'never-open'
  | 'unknown-weekday'
  | 'invalid-span'
  | 'span-not-forward'
  | 'invalid-holiday'
  | 'invalid-override-date'
  | 'invalid-closed-period'
  | 'invalid-known-until';

export type QuestionRefusal =
  | 'out-of-range'
  | 'invalid-seconds'
  | 'invalid-days'
  | 'invalid-closes-at'
  | 'unknown-reading'
  | 'end-before-start'
  | 'beyond-50-years'
  | 'past-known-holidays';
