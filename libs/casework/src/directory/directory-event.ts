import { event, type DomainEvent, type PayloadObject, type ServiceId } from '#libs/domain';
import type { Transaction } from '../ports';

/** What the journal says of a change in the directory: codes and versions; the version row holds the rest. */
export function directoryEvent(
  tx: Transaction,
  parts: {
    readonly id: ServiceId;
    readonly type: string;
    readonly reason: string | null;
    readonly payload: PayloadObject;
  },
): DomainEvent {
  const { id, type, reason, payload } = parts;
  return event({ subject: { kind: 'directory-service', id }, type, happenedAt: tx.now, reason, payload });
}
