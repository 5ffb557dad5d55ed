import { event, type DomainEvent, type Instant, type Share } from '#libs/domain';

export function shareEvent(share: Share, type: string, now: Instant): DomainEvent {
  const { id, caseId, agencyId, purpose, dataClasses, closing } = share;
  return event({
    subject: { kind: 'share', id },
    caseId,
    type,
    happenedAt: now,
    reason: closing,
    payload: { agencyId, purpose, dataClasses },
  });
}
