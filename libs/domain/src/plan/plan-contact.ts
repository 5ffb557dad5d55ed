import type { AgencyId, CaseId, PersonId, PlanContactId, UserId } from '../ids';
import { nextState } from '../machine';
import { HOUR, plus, type Instant } from '../time';
import { planContactMachine, type PlanContactEvent, type PlanContactState } from './plan-machines';

export const PLAN_CONTACT_WAYS = ['call', 'visit', 'appointment', 'video', 'message', 'review'] as const;
export type PlanContactWay = (typeof PLAN_CONTACT_WAYS)[number];

/** Who is in touch with the person next, when, and for which service. What it is about is never kept here. */
export interface PlanContact {
  readonly id: PlanContactId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  /** The service that is in touch. */
  readonly agencyId: AgencyId;
  readonly userId: UserId;
  readonly way: PlanContactWay;
  readonly at: Instant;
  readonly state: PlanContactState;
  readonly recordedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly revision: number;
}

/** Courts are waited for longer than this; a contact is not. */
export const FURTHEST_CONTACT = 366 * 24 * HOUR;

export type PlanContactRefusal = 'not-ahead' | 'too-far-ahead';

/** Why a contact cannot be planned for this time; null when it can. */
export function planContactFault(at: Instant, now: Instant): PlanContactRefusal | null {
  if (at <= now) return 'not-ahead';
  return at > plus(now, FURTHEST_CONTACT) ? 'too-far-ahead' : null;
}

export type CloseContactRefusal = 'already-noted' | 'not-yours' | 'not-yet';

/** Whether somebody of this agency may note what became of a contact: only its own, and only once it was to be. */
export function closeContact(
  contact: Pick<PlanContact, 'agencyId' | 'state' | 'at'>,
  {
    agencyId,
    event,
    now,
  }: { readonly agencyId: AgencyId; readonly event: PlanContactEvent; readonly now: Instant },
):
  | { readonly kind: 'closed'; readonly state: PlanContactState }
  | { readonly kind: 'refused'; readonly reason: CloseContactRefusal } {
  const state = nextState(planContactMachine, { state: contact.state, event });
  if (state === null) return { kind: 'refused', reason: 'already-noted' };
  if (contact.agencyId !== agencyId) return { kind: 'refused', reason: 'not-yours' };
  if (event !== 'cancel' && now < contact.at) return { kind: 'refused', reason: 'not-yet' };
  return { kind: 'closed', state };
}
