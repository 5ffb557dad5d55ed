import { event, type DomainEvent, type Erasure, type Instant } from '#libs/domain';

/** What the journal says of an erasure: by its own id and the case's, never of whom. */
export function erasureEvent(
  { id, cause, outcome }: Pick<Erasure, 'id' | 'cause' | 'outcome'>,
  { type, at, reason = null }: { type: string; at: Instant; reason?: string | null },
): DomainEvent {
  return event({
    subject: { kind: 'erasure', id },
    type: `erasure.${type}`,
    happenedAt: at,
    reason,
    payload: { cause, outcome },
  });
}
