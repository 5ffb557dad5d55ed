import type { SessionStore } from '@fastify/session';
import type { DemoClock } from './demo-clock/demo-clock';
import type { Readiness } from './health/readiness';
import type { InstanceInfo } from './instance/instance-info';
import type { StaffDirectory } from './sign-in/staff-directory';

/** What the shell needs from outside itself. `main.ts` hands over the real ones; tests may hand over others. */
export interface WebPorts {
  readonly staff: StaffDirectory;
  readonly instance: InstanceInfo;
  readonly demoClock: DemoClock;
  readonly readiness: Readiness;
  readonly sessions: SessionStore;
}

export const STAFF_DIRECTORY = Symbol('StaffDirectory');
export const INSTANCE_INFO = Symbol('InstanceInfo');
export const DEMO_CLOCK = Symbol('DemoClock');
export const READINESS = Symbol('Readiness');
