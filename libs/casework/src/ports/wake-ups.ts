import type { DeadlineId, DutyId } from '#libs/domain';

/** What has timers that a queue wakes the worker for: the deadlines of contact, and the limits of the Victims' Code. */
export const TIMER_KINDS = ['deadline', 'duty'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** A queued wake-up: stale unless the record, its revision and its stage are still what they were. */
export interface WakeUp {
  readonly kind: TimerKind;
  readonly id: DeadlineId | DutyId;
  readonly revision: number;
  readonly stage: string;
}

/**
 * Which timers one transaction takes. With wake-ups: those that still match. Without: the longest overdue first, leaving
 * rows that others hold, and those due since `graceMilliseconds` or less.
 */
export interface TimersDue {
  readonly wakeUps: readonly WakeUp[] | null;
  /** Bounds one transaction. */
  readonly limit: number;
  readonly graceMilliseconds: number;
}

/** What fires the timers of one kind, for the queue and for the sweep alike. */
export interface FireTimers {
  /** Answers how many fired. Firing twice is firing once. */
  execute(request: TimersDue & { readonly via: 'queue' | 'sweep' }): Promise<number>;
}
