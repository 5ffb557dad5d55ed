import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
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
  readonly revision: number;
}
