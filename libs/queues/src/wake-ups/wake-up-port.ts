import type { WakeUp } from '#libs/casework';
import type { Instant } from '#libs/domain';

/** A wake-up with the instant, by the service's clock, at which it should ring. */
export interface TimedWakeUp extends WakeUp {
  readonly fireAt: Instant;
}

/** What became of one wake-up: dealt with (or stale), to ring again, or failed on its own and to be tried again. */
export type WakeAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly inMilliseconds: number }
  | { readonly kind: 'failed' };

/** Answers a batch in its order. It throws when nothing was committed, so that the queue tries again. */
export type WakeHandler = (wakeUps: readonly TimedWakeUp[]) => Promise<readonly WakeAnswer[]>;

export type QueueMode = 'redis' | 'postgres' | 'none';

/**
 * The queue as timers see it. It only wakes the worker: PostgreSQL says what is due, so a wake-up that is lost,
 * doubled or late costs at most the interval of the sweep (DESIGN §4, P16).
 */
export interface WakeUpPort {
  readonly mode: QueueMode;
  /** A wake-up that is queued already stays as it is. Fails fast when the queue cannot be reached. */
  enqueue(request: { readonly wakeUps: readonly TimedWakeUp[]; readonly serviceNow: Instant }): Promise<void>;
  onWake(handler: WakeHandler): Promise<void>;
  /** Takes no further wake-ups for now; those that ring meanwhile are handed on after `resume`. */
  rest(): Promise<void>;
  resume(): Promise<void>;
  /** False once the queue has lost what it held: wiped, replaced by an empty one, or new. */
  remembers(): Promise<boolean>;
  /** Call before a refill. The answer is for `endFill`, which finds out by it whether the queue lost its memory meanwhile. */
  beginFill(): Promise<string>;
  /**
   * Call after a refill: from now on `remembers` is true until the queue loses its memory. False, and nothing has
   * changed, where it lost its memory during the refill, which then has to be done again.
   */
  endFill(fill: string): Promise<boolean>;
  /** Drops every wake-up that has not rung, for a clock that jumped. */
  forget(): Promise<void>;
  close(): Promise<void>;
}
