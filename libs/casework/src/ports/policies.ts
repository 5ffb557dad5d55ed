import type { CalendarVersion, DeadlinePolicy, Instant, Source } from '#libs/domain';

export interface PolicyStore {
  /** The version in force at an instant for referrals of a source. */
  inForce(options: { source: Source; at: Instant }): Promise<DeadlinePolicy>;
  version(options: { id: string; version: number }): Promise<DeadlinePolicy>;
  calendarInForce(options: { id: string; at: Instant }): Promise<CalendarVersion>;
  calendarVersion(options: { id: string; version: number }): Promise<CalendarVersion>;
  /** Version of the time-zone data this process computes with, for the ledger. */
  readonly tzdata: string;
}
