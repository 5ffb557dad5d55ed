import type { StaffActor } from '../access';
import type { AgencyId, CaseId, PersonId, PlanLeadId, UserId } from '../ids';
import type { Answering } from '../leave';
import { nextState } from '../machine';
import type { Instant } from '../time';
import { planLeadMachine, type PlanLeadEvent, type PlanLeadState } from './plan-machines';

export const LEAD_ENDINGS = ['taken-back', 'sharing-ended', 'worker-left', 'case-closed'] as const;
export type LeadEnding = (typeof LEAD_ENDINGS)[number];

/** The lead of one case's plan, offered to a service; it leads once one of its workers has accepted. */
export interface PlanLead {
  readonly id: PlanLeadId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly agencyId: AgencyId;
  /** Who accepted; null until somebody has. */
  readonly userId: UserId | null;
  readonly offeredBy: UserId;
  readonly offeredAt: Instant;
  readonly state: PlanLeadState;
  readonly decidedAt: Instant | null;
  readonly ending: LeadEnding | null;
  readonly revision: number;
}

/** What must hold for a worker elsewhere to go on leading: something of the person is shared with them, and they work there. */
export interface LeadStanding {
  readonly sharing: boolean;
  readonly workerActive: boolean;
}

/** The lead worker of a plan: a provider's worker by name, or whoever answers for the case. */
export type LeadWorker =
  | { readonly kind: 'provider'; readonly agencyId: AgencyId; readonly userId: UserId }
  | { readonly kind: 'case-owner'; readonly answering: Answering };

/**
 * Exactly one lead at every instant (P15): a provider's worker from their acceptance until it ends, by itself as soon as
 * nothing is shared with them any more or their account is closed; whoever answers for the case at every other time.
 */
export function leadOf(
  lead: (Pick<PlanLead, 'agencyId' | 'userId' | 'state'> & LeadStanding) | null,
  answering: Answering,
): LeadWorker {
  const leads = lead !== null && (lead.state === 'leading' || lead.state === 'returning');
  if (!leads || lead.userId === null || !lead.sharing || !lead.workerActive)
    return { kind: 'case-owner', answering };
  return { kind: 'provider', agencyId: lead.agencyId, userId: lead.userId };
}

export type LeadRefusal = 'already-decided' | 'not-for-you' | 'nothing-shared';

/** Who answers an offer of the lead, or asks to give it back: the service. Who takes it back, or leaves it: the desk. */
const SERVICES: readonly PlanLeadEvent[] = ['accept', 'decline', 'ask-back'];

/**
 * Whether this person may do this to the lead of a plan, and the lead afterwards. `accept` makes the accepting worker
 * the lead; only they ask to give it back; the desk's people take it back, leave it, or end the offer.
 */
export function moveLead(
  actor: StaffActor,
  { lead, event, sharing, now }: { lead: PlanLead; event: PlanLeadEvent; sharing: boolean; now: Instant },
):
  | { readonly kind: 'moved'; readonly lead: PlanLead }
  | { readonly kind: 'refused'; readonly reason: LeadRefusal } {
  const state = nextState(planLeadMachine, { state: lead.state, event });
  if (state === null) return { kind: 'refused', reason: 'already-decided' };
  const place = SERVICES.includes(event) ? lead.agencyId : lead.handlingAgencyId;
  const theirs = event !== 'ask-back' || actor.userId === lead.userId;
  if (actor.agencyId !== place || !theirs) return { kind: 'refused', reason: 'not-for-you' };
  if (event === 'accept' && !sharing) return { kind: 'refused', reason: 'nothing-shared' };
  const userId = event === 'accept' ? actor.userId : lead.userId;
  const ending = event === 'end' ? 'taken-back' : null;
  return { kind: 'moved', lead: { ...lead, state, userId, ending, decidedAt: now } };
}

/** Why a lead that a provider's worker holds has ended by itself; null while it stands. */
export function lostLead(
  { sharing, workerActive }: LeadStanding,
  caseClosedAt: Instant | null,
): LeadEnding | null {
  if (caseClosedAt !== null) return 'case-closed';
  if (!sharing) return 'sharing-ended';
  return workerActive ? null : 'worker-left';
}
