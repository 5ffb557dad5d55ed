import {
  serviceFaults,
  type DirectoryService,
  type PayloadObject,
  type ServiceChangeReason,
  type ServiceFault,
} from '#libs/domain';
import type { Transaction } from '../ports';
import type { Stale } from '../outcome';
import { directoryEvent } from './directory-event';

export interface ServiceKept {
  readonly kind: 'kept';
  readonly serviceId: DirectoryService['id'];
  readonly version: number;
}

/** What stands in the way of a version, each fault with a sentence of its own. */
export interface ServiceFaulty {
  readonly kind: 'faulty';
  readonly faults: readonly ServiceFault[];
}

/** The last step of every change of a service: sound or refused, appended once, and in the journal. */
export async function appendVersion(
  tx: Transaction,
  service: DirectoryService,
  change: { readonly reason: ServiceChangeReason; readonly type: string; readonly payload?: PayloadObject },
): Promise<ServiceKept | ServiceFaulty | Stale> {
  const faults = serviceFaults(service, {
    districts: await tx.directory.districts(),
    teams: await tx.directory.teamsOf(service.agencyId),
  });
  if (faults.length > 0) return { kind: 'faulty', faults };
  if (!(await tx.directory.append(service, { reason: change.reason }))) {
    return { kind: 'stale', revision: service.version };
  }
  const payload = { version: service.version, ...change.payload };
  await tx.journal.append([directoryEvent(tx, { id: service.id, ...change, payload })]);
  return { kind: 'kept', serviceId: service.id, version: service.version };
}
