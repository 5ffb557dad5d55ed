import { mayDo, type Actor } from '../access';
import type { Brand } from '../brand';
import type { AgencyId, CaseId, InformationRequestId, PersonId, UserId } from '../ids';
import { nextState } from '../machine';
import type { AgeBand } from '../referral';
import type { Instant } from '../time';
import { erasureMachine, type ErasureState } from './erasure-machine';
import type { RetentionOutcome } from './outcome';

export type ErasureId = Brand<string, 'ErasureId'>;

export type ErasureCause = 'request' | 'retention' | 'replayed';

/** Why somebody did not let a record go. */
export const ERASURE_DECLINE_REASONS = [
  'still-needed',
  'wrong-person',
  'rule-does-not-fit',
  'not-the-right-time',
] as const;
export type ErasureDeclineReason = (typeof ERASURE_DECLINE_REASONS)[number];

export interface Erasure {
  readonly id: ErasureId;
  readonly personId: PersonId;
  readonly caseId: CaseId | null;
  readonly reference: string;
  readonly handlingAgencyId: AgencyId;
  readonly cause: ErasureCause;
  /** The request that asked for it, which its outcome answers. */
  readonly requestId: InformationRequestId | null;
  readonly outcome: RetentionOutcome | null;
  readonly ruleVersion: number | null;
  /** The day it was due under that version, as `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  readonly state: ErasureState;
  readonly suggestedAt: Instant | null;
  readonly proposedBy: UserId | null;
  readonly proposedAt: Instant | null;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: ErasureDeclineReason | null;
  readonly doneAt: Instant | null;
  readonly revision: number;
}

/** What is known of somebody's record without opening it. */
export interface RecordStanding {
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly handlingAgencyId: AgencyId;
  readonly ageBand: AgeBand;
  readonly endedAt: Instant | null;
  readonly closeReason: string | null;
  readonly spokenWith: boolean;
  readonly live: boolean;
  readonly held: boolean;
  readonly erasure: ErasureState | null;
  /** A safeguarding task that is not settled needs the record. */
  readonly safeguardingOpen: boolean;
  /** A request about the record, other than for its erasure, that is not answered. */
  readonly requestOpen: boolean;
  /** A service supports the person or has been asked to, whatever became of the case. */
  readonly supportGoesOn: boolean;
  /** Samples that are kept for the person, or a call that they asked for, still lie ahead. */
  readonly promiseStands: boolean;
}

export type ErasureHindrance =
  | 'case-open'
  | 'on-hold'
  | 'safeguarding-open'
  | 'request-open'
  | 'support-goes-on'
  | 'already-proposed'
  | 'already-erased';

/** Whether something that is not finished, or a hold, needs this record whatever the schedule says. */
export function isNeeded({
  held,
  safeguardingOpen,
  requestOpen,
  supportGoesOn,
  promiseStands,
}: Pick<
  RecordStanding,
  'held' | 'safeguardingOpen' | 'requestOpen' | 'supportGoesOn' | 'promiseStands'
>): boolean {
  return held || safeguardingOpen || requestOpen || supportGoesOn || promiseStands;
}

/**
 * What stands in the way of proposing to erase a record; null when nothing does. Each has its own way out. What was
 * promised to the person is none: who asks for erasing their record gives it up with it (see `isNeeded` for its age).
 */
export function hindranceToErase({
  live,
  held,
  safeguardingOpen,
  requestOpen,
  supportGoesOn,
  erasure,
}: Pick<
  RecordStanding,
  'live' | 'held' | 'safeguardingOpen' | 'requestOpen' | 'supportGoesOn' | 'erasure'
>): ErasureHindrance | null {
  if (erasure === 'done' || erasure === 'underway') return 'already-erased';
  if (live) return 'case-open';
  if (held) return 'on-hold';
  if (safeguardingOpen) return 'safeguarding-open';
  if (requestOpen) return 'request-open';
  if (supportGoesOn) return 'support-goes-on';
  return erasure === null || erasure === 'suggested' ? null : 'already-proposed';
}

export type ErasureChange = 'propose' | 'approve' | 'decline' | 'withdraw';
export type ErasureRefusal = 'not-allowed' | 'already-decided' | 'same-person' | 'not-yours';

/**
 * Whether this actor may do this to an erasure, and the state it leads to. Nobody approves what they proposed, and only
 * whoever proposed it takes it back; the service itself decides nothing.
 */
export function mayDecideErasure(
  actor: Actor,
  { erasure, change }: { erasure: Pick<Erasure, 'state' | 'proposedBy'>; change: ErasureChange },
):
  | { readonly kind: 'may'; readonly state: ErasureState }
  | { readonly kind: 'refused'; readonly reason: ErasureRefusal } {
  const act = change === 'propose' || change === 'withdraw' ? 'propose-erasure' : 'decide-erasure';
  if (actor.kind !== 'staff' || !mayDo(actor, act)) return { kind: 'refused', reason: 'not-allowed' };
  const state = nextState(erasureMachine, { state: erasure.state, event: change });
  if (state === null) return { kind: 'refused', reason: 'already-decided' };
  const own = erasure.proposedBy === actor.userId;
  if (change === 'withdraw') return own ? { kind: 'may', state } : { kind: 'refused', reason: 'not-yours' };
  return own ? { kind: 'refused', reason: 'same-person' } : { kind: 'may', state };
}
