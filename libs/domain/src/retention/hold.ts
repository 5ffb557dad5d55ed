import type { Brand } from '../brand';
import type { AgencyId, CaseId, InformationRequestId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';

export type HoldId = Brand<string, 'HoldId'>;

/** Why a record must not go, whatever the schedule says. */
export const HOLD_REASONS = [
  'police-investigation',
  'court-case',
  'civil-claim',
  'inquiry',
  'complaint',
  'access-request',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why a hold was lifted. */
export const LIFT_REASONS = ['reason-has-passed', 'set-by-mistake'] as const;
export type LiftReason = (typeof LIFT_REASONS)[number];

export interface LegalHold {
  readonly id: HoldId;
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly handlingAgencyId: AgencyId;
  readonly reason: HoldReason;
  readonly setBy: UserId;
  readonly setAt: Instant;
  /** The first day it no longer stands, `YYYY-MM-DD`; null until somebody lifts it. */
  readonly untilOn: string | null;
  readonly liftedBy: UserId | null;
  readonly liftedAt: Instant | null;
  readonly liftReason: LiftReason | null;
  /** The request of police or court under which information was released; null when somebody set it by hand. */
  readonly requestId: InformationRequestId | null;
  readonly revision: number;
}
