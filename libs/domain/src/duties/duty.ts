import type { AgencyId, CaseId, DutyId, MilestoneId, PersonId, TrackId, UserId } from '../ids';
import type { SaidHow } from '../support';
import type { Instant } from '../time';
import type { DutyHolder, Handling } from './catalogue';
import type { CodeEvent } from './code-events';
import type { Timing } from './due';
import type { DutyState } from './duty-machine';

/** What somebody rests on who says that an entitlement was delivered. */
export const SAID_EVIDENCE = [
  'person-said',
  'body-said',
  'letter-or-message-seen',
  'was-there',
  'referral-received',
] as const;
export type SaidEvidence = (typeof SAID_EVIDENCE)[number];

/** What a delivery rests on. A milestone is found out to prove it, and never chosen. */
export const DELIVERY_EVIDENCE = [...SAID_EVIDENCE, 'milestone-recorded'] as const;
export type DeliveryEvidence = (typeof DELIVERY_EVIDENCE)[number];

/** Why a delivery is accepted although it lies before what opened the entitlement. */
export const EARLY_REASONS = ['told-ahead', 'date-not-certain', 'opened-too-late'] as const;
export type EarlyReason = (typeof EARLY_REASONS)[number];

/** Why an entitlement does not apply. */
export const NOT_APPLICABLE_REASONS = [
  'condition-not-met',
  'did-not-happen',
  'given-another-way',
  'entered-twice',
  'person-died',
] as const;
export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number];
/** Those that somebody may choose; the others are found out. */
export const CHOSEN_REASONS = [
  'condition-not-met',
  'did-not-happen',
  'given-another-way',
  'entered-twice',
] as const;
export type ChosenReason = (typeof CHOSEN_REASONS)[number];

/** One entitlement of one case, as it stands. It keeps the version of the Code under which it was opened. */
export interface Duty {
  readonly id: DutyId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly codeVersion: string;
  readonly entitlementId: string;
  readonly right: number;
  readonly owedBy: readonly DutyHolder[];
  readonly handling: Handling;
  readonly ours: boolean;
  readonly limitsThePerson: boolean;
  /** What opened it: an investigation's milestone, or an event of the case. */
  readonly event: CodeEvent;
  readonly trackId: TrackId | null;
  readonly triggerId: MilestoneId | string;
  readonly triggeredAt: Instant;
  /** 1, and one more each time the person asks for it again. */
  readonly round: number;
  readonly timing: Timing;
  readonly state: DutyState;
  readonly clockStartedAt: Instant | null;
  /** What started its clock, where that was not what opened it. */
  readonly clockBy: string | null;
  readonly dueAt: Instant | null;
  /** By when the body before it must have passed on what it needs; never the duty's own limit. */
  readonly upstreamDueAt: Instant | null;
  /** Of the ledger: which appended version of the due instant holds; 0 before there is one. */
  readonly version: number;
  readonly nextFireAt: Instant | null;
  readonly promptedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly evidence: DeliveryEvidence | null;
  /** The milestone that proves it, where the evidence is one. */
  readonly deliveredBy: MilestoneId | null;
  readonly earlyReason: EarlyReason | null;
  /** Recorded after its limit though it happened before: a second person must confirm it (P4). */
  readonly confirmationAwaited: boolean;
  readonly chosenAt: Instant | null;
  readonly chosenHow: SaidHow | null;
  readonly endReason: NotApplicableReason | null;
  readonly recordedBy: UserId | null;
  readonly revision: number;
}

/** Why somebody has Enhanced Rights (law §2.3). */
export const ENHANCED_CATEGORIES = [
  'most-serious-crime',
  'persistently-targeted',
  'vulnerable-or-intimidated',
] as const;
export type EnhancedCategory = (typeof ENHANCED_CATEGORIES)[number];

/** What the referral itself delivers: the person was referred to a support service. */
export const REFERRAL_DELIVERS: readonly string[] = ['R4.5'];
