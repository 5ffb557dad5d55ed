import type { StaffActor } from '../access';
import type { AgencyId, CaseId, HandoverId, LeaveId, UserId } from '../ids';
import { nextState } from '../machine';
import type { Instant } from '../time';
import { handoverMachine, type HandoverEvent, type HandoverState } from './handover-machine';

/** Why a case is offered: to somebody else for good, for a shift, while its owner is away, or back after that. */
export const HANDOVER_KINDS = ['assign', 'shift', 'leave', 'return'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** One case offered by whoever answers for it to a colleague, or back to the team (`toUserId` null). */
export interface Handover {
  readonly id: HandoverId;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly kind: HandoverKind;
  /** The leave that it covers, or from which the case comes back. */
  readonly leaveId: LeaveId | null;
  /** Who owned the case when it was offered; null when the team did. */
  readonly fromUserId: UserId | null;
  readonly toUserId: UserId | null;
  readonly offeredBy: UserId;
  readonly offeredAt: Instant;
  readonly state: HandoverState;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  readonly revision: number;
}

/** What an offer asks of the case it is about. */
export interface Owned {
  readonly ownerUserId: UserId | null;
  readonly closedAt: Instant | null;
}

export type OfferRefusal = 'case-closed' | 'not-yours-to-give' | 'theirs-already';

/**
 * Whether this person may offer this case to `to` (null: back to the team). A duty lead offers any case of the desk;
 * everybody else what is theirs or nobody's. Null means yes.
 */
export function offerRefusal(actor: StaffActor, owned: Owned, to: UserId | null): OfferRefusal | null {
  if (owned.closedAt !== null) return 'case-closed';
  if (owned.ownerUserId === to) return 'theirs-already';
  const own = owned.ownerUserId === null || owned.ownerUserId === actor.userId;
  return own || actor.role === 'duty-lead' ? null : 'not-yours-to-give';
}

export type AnswerRefusal =
  'already-answered' | 'not-for-you' | 'owner-changed' | 'case-closed' | 'leave-over';

/**
 * Whether this person may give this answer, and the owner that the case has afterwards. An offer to a colleague is
 * theirs to accept or decline, an offer to the team a duty lead's; who offered it, and a duty lead, may withdraw it.
 * An offer made by an owner who is no longer the owner moves nothing, and cover for a leave that is over (`leaveStands`)
 * moves nothing either: whoever was away answers for the case themselves.
 */
export function answerOffer(
  actor: StaffActor,
  {
    handover,
    owned,
    answer,
    leaveStands,
  }: { handover: Handover; owned: Owned; answer: HandoverEvent; leaveStands: boolean },
):
  | { readonly kind: 'answered'; readonly state: HandoverState; readonly ownerUserId: UserId | null }
  | { readonly kind: 'refused'; readonly reason: AnswerRefusal } {
  const state = nextState(handoverMachine, { state: handover.state, event: answer });
  if (state === null) return { kind: 'refused', reason: 'already-answered' };
  if (!mayAnswer(actor, handover, answer)) return { kind: 'refused', reason: 'not-for-you' };
  if (answer !== 'accept') return { kind: 'answered', state, ownerUserId: owned.ownerUserId };
  if (owned.closedAt !== null) return { kind: 'refused', reason: 'case-closed' };
  if (owned.ownerUserId !== handover.fromUserId) return { kind: 'refused', reason: 'owner-changed' };
  if (handover.kind === 'leave' && !leaveStands) return { kind: 'refused', reason: 'leave-over' };
  return { kind: 'answered', state, ownerUserId: handover.toUserId };
}

function mayAnswer(actor: StaffActor, handover: Handover, answer: HandoverEvent): boolean {
  const lead = actor.role === 'duty-lead';
  if (answer === 'withdraw') return lead || handover.offeredBy === actor.userId;
  return handover.toUserId === null ? lead : handover.toUserId === actor.userId;
}
