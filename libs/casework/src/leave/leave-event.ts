import { event, isoOf, type DomainEvent, type Instant, type Leave } from '#libs/domain';

export function leaveEvent(leave: Leave, type: string, happenedAt: Instant): DomainEvent {
  const { id, userId, fromAt, toAt, uncoveredAtStart } = leave;
  return event({
    subject: { kind: 'leave', id },
    type,
    happenedAt,
    payload: { userId, fromAt: isoOf(fromAt), toAt: isoOf(toAt), uncoveredAtStart },
  });
}
