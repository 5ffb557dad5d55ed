import { daysLater } from './dates';

/** A complaint is acknowledged within this many days (law §8.2, in force since 19 June 2026). */
export const ACKNOWLEDGE_DAYS = 30;
/** The law says "without undue delay"; that many days between two looks at an open complaint are this service's own. */
export const OUTCOME_DAYS = 30;

/**
 * The last day to acknowledge a complaint. Sources differ on whether the day of receipt counts; it does here, because
 * that is the earlier. It does not move to a working day: nothing says that it may. Undefined for what is no date.
 *
 * Example: received on 2026-07-01: acknowledged by 2026-07-30.
 */
export function acknowledgeBy(receivedOn: string): string | undefined {
  return daysLater(receivedOn, ACKNOWLEDGE_DAYS - 1);
}

/** When an acknowledged complaint must have its outcome or a reason why not yet. */
export function outcomeBy(acknowledgedOn: string): string | undefined {
  return daysLater(acknowledgedOn, OUTCOME_DAYS);
}
