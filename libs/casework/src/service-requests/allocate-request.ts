import { allocateRequest, type ServiceRequest, type StaffActor, type UserId } from '#libs/domain';
import { refuse } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { changeRequest, type RequestAct, type RequestOutcome } from './change-request';

/** `coordinator-allocates`: a worker takes on what is nobody's, and gives nothing to anybody else. */
export type AllocationRefusal = 'not-a-worker-here' | 'coordinator-allocates';

export interface AllocateRequestInput extends RequestAct {
  readonly userId: UserId;
}

export type AllocateRequestOutcome = RequestOutcome<AllocationRefusal | 'theirs-already'>;

/** Names who meets the person; it is theirs to answer for from now on. */
export class AllocateRequest {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: AllocateRequestInput,
    repeatable: Repeatable,
  ): Promise<Once<AllocateRequestOutcome>> {
    return changeRequest<AllocationRefusal | 'theirs-already'>(
      this.unitOfWork,
      { actor, act: 'allocate-request', input, repeatable },
      {
        decide: async (request, timing, tx) => {
          const change = allocateRequest(request, { to: input.userId, timing });
          if (change.kind === 'refused') return change;
          const refusal = await allocationRefusal(tx, actor, { request, to: input.userId });
          return refusal === null ? change : refuse(refusal);
        },
      },
    );
  }
}

/** Why this person may not be given it by this actor; null when they may. */
export async function allocationRefusal(
  tx: Transaction,
  actor: StaffActor,
  { request, to }: { readonly request: ServiceRequest; readonly to: UserId },
): Promise<AllocationRefusal | null> {
  const { agencyId, caseId } = request;
  if (agencyId === null) return 'not-a-worker-here';
  const may = await tx.serviceRequests.mayHold({ userId: to, agencyId, caseId });
  if (actor.role !== 'provider-worker') return may ? null : 'not-a-worker-here';
  const takes = to === actor.userId && request.allocatedTo === null;
  return takes && may ? null : 'coordinator-allocates';
}
