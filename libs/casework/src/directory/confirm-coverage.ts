import {
  confirmCoverage,
  localDate,
  mayDo,
  type ConfirmRefusal,
  type CoverageBasis,
  type ServiceId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, UnitOfWork } from '../ports';
import { appendVersion, type ServiceFaulty, type ServiceKept } from './append-version';

export interface ConfirmCoverageInput {
  readonly serviceId: ServiceId;
  readonly version: number;
  readonly district: string;
  readonly basis: CoverageBasis;
}

export type ConfirmCoverageOutcome = ServiceKept | ServiceFaulty | NotFound | Stale | Refused<ConfirmRefusal>;

/** A named person says that a service does cover a district, and on what that rests; from then on routing carries it. */
export class ConfirmCoverage {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { serviceId, version, district, basis }: ConfirmCoverageInput,
    repeatable: Repeatable,
  ): Promise<Once<ConfirmCoverageOutcome>> {
    return this.unitOfWork.once<ConfirmCoverageOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'kept' },
      async (tx) => {
        const found = mayDo(actor, 'confirm-coverage') ? await tx.directory.find(serviceId) : null;
        if (found === null) return NOT_FOUND;
        const { service } = found;
        if (service.version !== version) return { kind: 'stale', revision: service.version };
        const on = localDate(tx.now, service.opening.timezone);
        const confirmed = confirmCoverage(service, { district, on, basis });
        if (confirmed.kind === 'refused') return refuse(confirmed.reason);
        return appendVersion(tx, confirmed.service, {
          reason: 'coverage-confirmed',
          type: 'directory-service.coverage-confirmed',
          payload: { district, basis },
        });
      },
    );
  }
}
