import {
  mayDo,
  nextVersion,
  type AgencyId,
  type ServiceChangeReason,
  type ServiceDraft,
  type ServiceId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { appendVersion, type ServiceFaulty, type ServiceKept } from './append-version';

/** Why somebody may write a version by hand; the other reasons belong to acts of their own. */
export type KeepReason = Exclude<
  ServiceChangeReason,
  'area-pack' | 'coverage-confirmed' | 'imported' | 'closed-down' | 'opened-again'
>;

export type ServiceChange =
  | { readonly kind: 'add'; readonly agencyId: AgencyId; readonly draft: ServiceDraft }
  | {
      readonly kind: 'edit';
      readonly serviceId: ServiceId;
      /** The version that was read. */
      readonly version: number;
      readonly draft: Partial<ServiceDraft>;
      readonly reason: KeepReason;
    };

export type KeepServiceOutcome = ServiceKept | ServiceFaulty | NotFound | Stale | Refused<'retired'>;

/** Puts a service into the directory, or writes its next version. Nothing that was is overwritten. */
export class KeepService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    change: ServiceChange,
    repeatable: Repeatable,
  ): Promise<Once<KeepServiceOutcome>> {
    return this.unitOfWork.once<KeepServiceOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'kept' },
      async (tx) => {
        if (!mayDo(actor, 'keep-directory')) return NOT_FOUND;
        return change.kind === 'add' ? this.add(tx, change) : edit(tx, change);
      },
    );
  }

  private async add(
    tx: Transaction,
    { agencyId, draft }: Extract<ServiceChange, { kind: 'add' }>,
  ): Promise<KeepServiceOutcome> {
    if ((await tx.directory.provider(agencyId)) === null) return NOT_FOUND;
    const id = this.ids.next<ServiceId>();
    await tx.directory.add({ id, agencyId });
    const service = { ...draft, id, agencyId, version: 1, state: 'open' as const };
    return appendVersion(tx, service, { reason: 'new-service', type: 'directory-service.added' });
  }
}

async function edit(
  tx: Transaction,
  { serviceId, version, draft, reason }: Extract<ServiceChange, { kind: 'edit' }>,
): Promise<KeepServiceOutcome> {
  const found = await tx.directory.find(serviceId);
  if (found === null) return NOT_FOUND;
  const { service } = found;
  if (service.version !== version) return { kind: 'stale', revision: service.version };
  if (service.state === 'retired') return refuse('retired');
  const parts = Object.keys(draft);
  return appendVersion(tx, nextVersion(service, draft), {
    reason,
    type: 'directory-service.changed',
    payload: { parts },
  });
}
