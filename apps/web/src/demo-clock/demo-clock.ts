import type { StaffActor } from '#libs/domain';

export const DEMO_STEPS = ['1h', '4h', 'next-working-day'] as const;
export type DemoStep = (typeof DEMO_STEPS)[number];

export interface DemoAdvance {
  readonly by: DemoStep;
  /** The same key twice moves the clock once. */
  readonly idempotencyKey: string;
}

export interface DemoClock {
  advance(actor: StaffActor, step: DemoAdvance): Promise<void>;
  /** Asks for the seeded state to be put back; the answer leaves before the process goes. */
  reset(): Promise<void>;
}
