import type { AgencyId, BreachId, UserId } from '../ids';
import type { Instant } from '../time';

export const BREACH_KINDS = [
  'wrong-recipient',
  'seen-by-someone-unsafe',
  'lost-or-stolen',
  'unauthorised-access',
  'not-available',
  'other',
] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];

export const BREACH_RISKS = ['unlikely', 'risk', 'high-risk'] as const;
export type BreachRisk = (typeof BREACH_RISKS)[number];

/** One personal-data breach: what, when noticed, who was told. The account of it is sealed. */
export interface BreachRecord {
  readonly id: BreachId;
  readonly reference: string;
  readonly handlingAgencyId: AgencyId;
  readonly kind: BreachKind;
  readonly risk: BreachRisk | null;
  readonly peopleAffected: number;
  readonly noticedAt: Instant;
  readonly recordedAt: Instant;
  readonly regulatorDueAt: Instant;
  readonly reportedAt: Instant | null;
  readonly peopleToldAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly ownerUserId: UserId;
  readonly revision: number;
}

export type BreachAct = 'assess' | 'report' | 'tell-people' | 'close';
export type BreachRefusal =
  'closed' | 'not-assessed' | 'regulator-not-told' | 'people-not-told' | 'already-done';

/**
 * Whether this may be recorded now. A breach is closed when its risk was judged, the regulator was told unless a risk
 * is unlikely, and the people it is about were told where the risk to them is high (UK GDPR articles 33 and 34).
 */
export function breachRefusal(breach: BreachRecord, act: BreachAct): BreachRefusal | null {
  if (breach.closedAt !== null) return 'closed';
  if (act === 'report' && breach.reportedAt !== null) return 'already-done';
  if (act === 'tell-people' && breach.peopleToldAt !== null) return 'already-done';
  if (act !== 'close') return null;
  if (breach.risk === null) return 'not-assessed';
  if (breach.risk !== 'unlikely' && breach.reportedAt === null) return 'regulator-not-told';
  return breach.risk === 'high-risk' && breach.peopleToldAt === null ? 'people-not-told' : null;
}
