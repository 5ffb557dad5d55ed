import type { Brand } from '../brand';
import type { UserId } from '../ids';
import type { Instant } from '../time';

export type ProposalId = Brand<string, 'ProposalId'>;

/** What can be changed by one person's proposal and another's approval. */
export const CHANGE_KINDS = [
  'policy',
  'calendar',
  'attempt-policy',
  'message-template',
  'retention',
  'paging-ladder',
  'routing',
] as const;
export type ChangeKindCode = (typeof CHANGE_KINDS)[number];

/** Why a change is proposed; codes only, for the journal keeps them. */
export const CHANGE_REASONS = [
  'contract-changed',
  'commissioner-asked',
  'staffing-changed',
  'holiday-proclaimed',
  'learning-from-practice',
  'mistake-put-right',
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** Why a second person did not approve. */
export const DECLINE_REASONS = [
  'not-agreed-with-commissioner',
  'effect-too-large',
  'values-wrong',
  'wrong-time',
  'not-needed',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export type ProposalState = 'proposed' | 'approved' | 'declined' | 'withdrawn';

/** A change that waits for a second person, or did. Its body never changes: another body is another proposal. */
export interface ChangeProposal {
  readonly id: ProposalId;
  readonly kind: ChangeKindCode;
  /** Which policy, calendar or template. */
  readonly subject: string;
  /** The version it was drafted from: if another came in between, it cannot be approved. */
  readonly basedOnVersion: number;
  /** Null until decided means: as soon as it is approved. */
  readonly effectiveFrom: Instant | null;
  readonly reason: ChangeReason;
  readonly state: ProposalState;
  readonly proposedBy: UserId;
  readonly proposedAt: Instant;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: DeclineReason | null;
  readonly revision: number;
}
