import type { OverdueWork, Role } from '#libs/domain';

/** Work whose time has passed, and what is told of it: once a step, whatever dies in between. */
export interface OverdueStore {
  /** What is overdue by the database's clock and was not noted yet, for either step. */
  find(limit: number): Promise<readonly OverdueWork[]>;
  /** Notes a step; false when it was noted before. */
  note(work: OverdueWork): Promise<boolean>;
  /** Leaves a notice for each active person of these roles whom no wall keeps from the record. */
  tell(work: OverdueWork, roles: readonly Role[]): Promise<void>;
  /** Leaves a notice for the workers of agencies that lost sight of something; each hears of it once. */
  tellOfRecalls(): Promise<number>;
}
