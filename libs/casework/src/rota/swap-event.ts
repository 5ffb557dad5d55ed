import { event, type DomainEvent, type Instant, type ShiftSwap } from '#libs/domain';

export function swapEvent(swap: ShiftSwap, happenedAt: Instant): DomainEvent {
  const { id, shiftId, fromUserId, toUserId, state } = swap;
  return event({
    subject: { kind: 'shift-swap', id },
    type: `shift-swap.${state}`,
    happenedAt,
    payload: { shiftId, fromUserId, toUserId },
  });
}
