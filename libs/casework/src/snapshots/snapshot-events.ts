import { event, type DomainEvent, type Instant, type Snapshot } from '#libs/domain';
import type { TableHash } from '../ports';

/** Counted: the journal keeps the hash of each table, so that its seal covers them before anybody signs them off. */
export function countedEvent(snapshot: Snapshot, tables: readonly TableHash[]): DomainEvent {
  const { id, quarter, version, restates, reason, countedAt } = snapshot;
  return event({
    subject: { kind: 'snapshot', id },
    type: 'snapshot.counted',
    happenedAt: countedAt,
    reason,
    payload: {
      quarter,
      version,
      restates,
      tables: tables.map(({ id: table, sha256 }) => ({ table, sha256 })),
    },
  });
}

type Moved = 'proposed' | 'sent-back' | 'signed-off' | 'restated' | 'discarded';

export function movedEvent(
  { id, quarter, version, sentBackBecause }: Snapshot,
  moved: Moved,
  happenedAt: Instant,
): DomainEvent {
  return event({
    subject: { kind: 'snapshot', id },
    type: `snapshot.${moved}`,
    happenedAt,
    reason: moved === 'sent-back' ? sentBackBecause : null,
    payload: { quarter, version },
  });
}
