import type { Instant } from '#libs/domain';

export interface InstanceState {
  /** True when every person in the database is invented. */
  readonly synthetic: boolean;
  readonly serviceNow: Instant;
}

export interface InstanceInfo {
  read(): Promise<InstanceState>;
}
