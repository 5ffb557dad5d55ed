import { event, isoOf, type ConsentOverride, type DomainEvent, type Instant } from '#libs/domain';

/** One event about an override: codes and instants. Why it was needed stays in the vault. */
export function overrideEvent(override: ConsentOverride, type: string, happenedAt: Instant): DomainEvent {
  const { id, caseId, recipient, purpose, dataClasses, basis, endsAt, finding } = override;
  return event({
    subject: { kind: 'consent-override', id },
    caseId,
    type,
    happenedAt,
    reason: basis,
    payload: { recipient, purpose, dataClasses, endsAt: endsAt === null ? null : isoOf(endsAt), finding },
  });
}
