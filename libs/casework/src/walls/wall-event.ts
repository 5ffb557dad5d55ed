import { event, type DomainEvent, type Instant, type Wall } from '#libs/domain';

/** A wall has a history of its own: the timeline of the case does not say that one stands. */
export function wallEvent(wall: Wall, type: 'wall.set' | 'wall.lifted', happenedAt: Instant): DomainEvent {
  const { id, caseId, kind, target, basis, sparesLeads } = wall;
  return event({
    subject: { kind: 'wall', id },
    type,
    happenedAt,
    reason: basis,
    payload: { caseId, kind, target: { ...target }, sparedUserId: wall.sparedUserId, sparesLeads },
  });
}
