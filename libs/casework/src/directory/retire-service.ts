import { mayDo, nextVersion, type ServiceId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, UnitOfWork } from '../ports';
import { appendVersion, type ServiceFaulty, type ServiceKept } from './append-version';

export interface RetireServiceInput {
  readonly serviceId: ServiceId;
  readonly version: number;
  readonly to: 'retired' | 'open';
}

export type RetireServiceOutcome = ServiceKept | ServiceFaulty | NotFound | Stale | Refused<'already-so'>;

/** Takes a service out of routing, or back into it. What it was asked for before stays with it. */
export class RetireService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { serviceId, version, to }: RetireServiceInput,
    repeatable: Repeatable,
  ): Promise<Once<RetireServiceOutcome>> {
    return this.unitOfWork.once<RetireServiceOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'kept' },
      async (tx) => {
        const found = mayDo(actor, 'keep-directory') ? await tx.directory.find(serviceId) : null;
        if (found === null) return NOT_FOUND;
        const { service } = found;
        if (service.version !== version) return { kind: 'stale', revision: service.version };
        if (service.state === to) return refuse('already-so');
        const closes = to === 'retired';
        return appendVersion(tx, nextVersion(service, { state: to }), {
          reason: closes ? 'closed-down' : 'opened-again',
          type: closes ? 'directory-service.retired' : 'directory-service.opened-again',
        });
      },
    );
  }
}
