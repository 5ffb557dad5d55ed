import type { Instant, StaffActor } from '#libs/domain';

export const DEMO_STEPS = ['1h', '4h', 'next-working-day'] as const;
export type DemoStep = (typeof DEMO_STEPS)[number];

export interface DemoAdvance {
  /** A step, or how far to go; an instant that has passed moves nothing. */
  readonly by: DemoStep | { readonly until: Instant };
  /** The same key twice moves the clock once. */
  readonly idempotencyKey: string;
}

export interface DemoClock {
  advance(actor: StaffActor, step: DemoAdvance): Promise<void>;
  /** Whether something stands behind this process that can put the seeded state back. */
  readonly canReset: boolean;
  /** Asks for it, once the answer to the person has left: this process is stopped on the way. */
  reset(): Promise<void>;
}
