import { event, type DomainEvent, type Instant, type PersonMessage } from '#libs/domain';

/** What happened to a message, on its own subject: nothing here waits for whoever holds the case. */
export function messageEvent(
  message: PersonMessage,
  { type, at, reason = null }: { type: string; at: Instant; reason?: string | null },
): DomainEvent {
  return event({
    subject: { kind: 'person-message', id: message.id },
    caseId: message.caseId,
    type: `message.${type}`,
    happenedAt: at,
    reason,
    payload: {
      routeId: message.routeId,
      channel: message.channel,
      kind: message.kind,
      templateId: message.templateId,
      templateVersion: message.templateVersion,
    },
  });
}
