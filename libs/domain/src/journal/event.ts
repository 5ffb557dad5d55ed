import type { CaseId } from '../ids';
import type { Instant } from '../time';

export type SubjectKind =
  | 'referral'
  | 'case'
  | 'deadline'
  | 'attempt'
  | 'alert'
  | 'check'
  | 'person'
  | 'police-task'
  | 'declined-offer'
  | 'directory-service'
  | 'draft'
  | 'routing-draft'
  | 'instance'
  | 'offence-set'
  | 'figure-sample'
  | 'snapshot'
  | 'erasure'
  | 'legal-hold'
  | 'match'
  | 'proposal'
  | 'urgent-page'
  | 'person-message'
  | 'message-cancellation'
  | 'safety-review'
  | 'on-call-shift'
  | 'shift-swap'
  | 'leave'
  | 'plan-lead'
  | 'plan-contact'
  | 'plan-topic'
  | 'track'
  | 'milestone'
  | 'track-position'
  | 'track-officer'
  | 'contact-recheck'
  | 'staff'
  | 'team'
  | 'wall'
  | 'break-glass'
  | 'suspect'
  | 'conflict'
  | 'consent-override'
  | 'share'
  | 'information-request'
  | 'breach'
  | 'safeguarding'
  | 'service-request'
  | 'duty'
  | 'support-task'
  | 'appointment'
  | 'outcome'
  | 'needs-assessment'
  | 'risk'
  | 'feedback'
  | 'complaint'
  | 'contact-note'
  | 'advocacy-note'
  | 'supervision-note'
  | 'therapy-milestone';

export type PayloadValue = string | number | boolean | null | readonly PayloadValue[] | PayloadObject;
export interface PayloadObject {
  readonly [key: string]: PayloadValue;
}

/**
 * What a rule says happened. The journal adds position, sequence, actor and recorded_at.
 * Payloads hold ids, codes and instants (ISO, UTC): never a name, number, address or free text (P12).
 */
export interface DomainEvent {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly caseId: CaseId | null;
  readonly type: string;
  readonly version: 1;
  readonly happenedAt: Instant;
  readonly reason: string | null;
  readonly payload: PayloadObject;
}

type EventParts = Pick<DomainEvent, 'subject' | 'type' | 'happenedAt'> &
  Partial<Pick<DomainEvent, 'caseId' | 'reason' | 'payload'>>;

export function event(parts: EventParts): DomainEvent {
  return { version: 1, caseId: null, reason: null, payload: {}, ...parts };
}
