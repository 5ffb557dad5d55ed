import {
  capacityFaults,
  keepsCapacityOf,
  localDate,
  mayDo,
  type CapacityFault,
  type ServiceCapacity,
  type ServiceId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { directoryEvent } from './directory-event';

export interface KeepCapacityInput extends Pick<ServiceCapacity, 'posts' | 'limit' | 'list' | 'listSince'> {
  readonly serviceId: ServiceId;
  /** The revision that was read; 0 where nobody stated one yet. */
  readonly revision: number;
}

export type KeepCapacityOutcome =
  { readonly kind: 'kept'; readonly revision: number } | NotFound | Stale | Refused<CapacityFault>;

/** States how much room a service has today. What was stated before stays, so a list shows since when it is closed. */
export class KeepCapacity {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: KeepCapacityInput,
    repeatable: Repeatable,
  ): Promise<Once<KeepCapacityOutcome>> {
    return this.unitOfWork.once<KeepCapacityOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'kept' },
      (tx) => keep(tx, actor, input),
    );
  }
}

async function keep(
  tx: Transaction,
  actor: StaffActor,
  { serviceId, revision, ...stated }: KeepCapacityInput,
): Promise<KeepCapacityOutcome> {
  const found = mayDo(actor, 'keep-capacity') ? await tx.directory.find(serviceId) : null;
  if (found === null || !keepsCapacityOf(actor, found.service.agencyId)) return NOT_FOUND;
  const current = found.capacity?.revision ?? 0;
  if (current !== revision) return { kind: 'stale', revision: current };
  const [fault] = capacityFaults(stated, { today: localDate(tx.now, found.service.opening.timezone) });
  if (fault !== undefined) return refuse(fault);
  const next = { ...stated, serviceId, sample: found.service.source.sample, revision: revision + 1 };
  if (!(await tx.directory.appendCapacity(next))) return { kind: 'stale', revision: revision + 1 };
  const { posts, limit, list, listSince } = stated;
  const payload = { revision: next.revision, posts, limit, list, listSince };
  const type = 'directory-service.capacity-stated';
  await tx.journal.append([directoryEvent(tx, { id: serviceId, type, reason: null, payload })]);
  return { kind: 'kept', revision: next.revision };
}
