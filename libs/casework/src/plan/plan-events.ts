import { event, isoOf, type DomainEvent, type Instant, type PlanContact, type PlanLead } from '#libs/domain';
import type { ToldRecord } from '../ports';

const LEAD_TYPES: Readonly<Record<PlanLead['state'], string>> = {
  offered: 'plan-lead.offered',
  leading: 'plan-lead.accepted',
  returning: 'plan-lead.asked-back',
  declined: 'plan-lead.declined',
  withdrawn: 'plan-lead.withdrawn',
  ended: 'plan-lead.ended',
};

export function leadEvent(lead: PlanLead, happenedAt: Instant): DomainEvent {
  const { id, caseId, agencyId, userId, state, ending } = lead;
  return event({
    subject: { kind: 'plan-lead', id },
    caseId,
    type: LEAD_TYPES[state],
    happenedAt,
    reason: ending,
    payload: { agencyId, userId },
  });
}

export function planContactEvent(contact: PlanContact, happenedAt: Instant): DomainEvent {
  const { id, caseId, agencyId, userId, way, at, state } = contact;
  return event({
    subject: { kind: 'plan-contact', id },
    caseId,
    type: `plan-contact.${state}`,
    happenedAt,
    payload: { agencyId, userId, way, at: isoOf(at) },
  });
}

export function toldEvent(
  { id, caseId, agencyId, topic }: ToldRecord,
  type: string,
  happenedAt: Instant,
): DomainEvent {
  return event({
    subject: { kind: 'plan-topic', id },
    caseId,
    type,
    happenedAt,
    payload: { agencyId, topic },
  });
}
