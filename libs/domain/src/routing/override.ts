import type { Role } from '../access';
import type { SupportKind } from '../directory';
import type { ServiceId } from '../ids';
import type { RejectionReason, RoutingAnswer, RoutingDecision } from './decision';

export type OverrideRefusal = 'not-answered' | 'already-first' | 'lead-decides' | 'never';

/** What nobody may choose against: the service is gone, a law shuts it, or a wall stands. */
export const NEVER: readonly RejectionReason['code'][] = [
  'retired',
  'not-suitable',
  'police-or-social-care-first',
];

/** What only a duty lead may choose against; whoever else asks is sent to them. */
const LEADS: readonly RejectionReason['code'][] = [
  'too-young',
  'too-old',
  'gender',
  'out-of-area',
  'not-suitable',
];

/**
 * Whether somebody may choose this service though the answer put another first or kept it out. Of a kind that the duty
 * lead decides a responder is told the same of every service, so that a wall is not told from anything else.
 */
export function overrideRefusal(
  decision: Pick<RoutingDecision, 'answers'>,
  choice: { readonly kind: SupportKind; readonly serviceId: ServiceId; readonly role: Role },
): OverrideRefusal | null {
  const { kind, serviceId, role } = choice;
  const answer = decision.answers.find((one) => one.kind === kind);
  if (answer === undefined) return 'not-answered';
  if (!isLead(role) && answer.decidedBy?.role === 'duty-lead') return 'lead-decides';
  const lead = isLead(role);
  const place = answer.candidates.findIndex((one) => one.serviceId === serviceId);
  if (place >= 0) {
    if (place === 0 && answer.decidedBy === null) return 'already-first';
    return !lead && asksLead(answer, place) ? 'lead-decides' : null;
  }
  const rejected = answer.rejected.find((one) => one.serviceId === serviceId);
  if (rejected === undefined) return 'not-answered';
  if (!lead && rejected.reasons.some(leftToLead)) return 'lead-decides';
  return rejected.reasons.some(({ code }) => NEVER.includes(code)) ? 'never' : null;
}

function asksLead({ candidates, decidedBy }: RoutingAnswer, place: number): boolean {
  return candidates[place]?.unconfirmed === true || decidedBy !== null;
}

/** Whether a reason is shown to others as a decision of the lead, and nothing more. */
export function leftToLead({ code, because }: RejectionReason): boolean {
  return LEADS.includes(code) || because === 'lead-decides';
}

/** Who decides what the answer leaves to a person, and reads why. */
export function isLead(role: Role): boolean {
  return role === 'duty-lead' || role === 'service-manager';
}
