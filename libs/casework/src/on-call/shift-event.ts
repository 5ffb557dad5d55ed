import { event, isoOf, type DomainEvent, type Instant, type OnCallShift } from '#libs/domain';

export function shiftEvent(shift: OnCallShift, type: string, happenedAt: Instant): DomainEvent {
  const { id, teamId, userId, fromAt, toAt } = shift;
  return event({
    subject: { kind: 'on-call-shift', id },
    type,
    happenedAt,
    payload: { teamId, userId, fromAt: isoOf(fromAt), toAt: isoOf(toAt) },
  });
}
