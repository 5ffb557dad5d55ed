import { event, isoOf, type AttemptRecorded, type Conversation, type DomainEvent } from '#libs/domain';
import type { AttemptRecord } from '../ports';

/** What the journal says of an attempt: codes and instants, and nothing of what was said. */
export function eventsOfAttempt(
  attempt: AttemptRecord,
  { flag, route }: AttemptRecorded,
): readonly DomainEvent[] {
  const { id, caseId, channel, outcome, rung, happenedAt, confirmation, routeId, identityBy } = attempt;
  const recorded = event({
    subject: { kind: 'case', id: caseId },
    caseId,
    type: 'attempt.recorded',
    happenedAt,
    payload: {
      attemptId: id,
      channel,
      outcome,
      rung,
      identity: identityBy,
      confirmation,
      flag,
      recordedAt: isoOf(attempt.recordedAt),
    },
  });
  if (route === 'keep' || routeId === null) return [recorded];
  const changed = event({
    subject: { kind: 'case', id: caseId },
    caseId,
    type: route === 'suspend' ? 'route.suspended' : 'route.quarantined',
    happenedAt: attempt.recordedAt,
    reason: outcome,
    payload: { routeId },
  });
  return [recorded, changed];
}

export function followedUpEvent(
  attempt: AttemptRecord,
  { conversation, at }: { conversation: Conversation; at: DomainEvent['happenedAt'] },
): DomainEvent {
  const { id, caseId, rung, confirmation } = attempt;
  return event({
    subject: { kind: 'case', id: caseId },
    caseId,
    type: 'conversation.followed-up',
    happenedAt: at,
    payload: {
      attemptId: id,
      identity: conversation.identity,
      elements: conversation.elements === null ? null : { ...conversation.elements },
      rung,
      confirmation,
    },
  });
}
