import {
  chooseBetween,
  notWanted,
  takeOnRequest,
  withdrawRequest,
  type RequestWithdrawal,
  type ServiceRequestId,
  type StaffActor,
  type StateRefusal,
} from '#libs/domain';
import { NOT_FOUND, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, UnitOfWork } from '../ports';
import {
  changed,
  changeRequest,
  type RequestAct,
  type RequestChanged,
  type RequestOutcome,
} from './change-request';
import { closeShareOf } from './close-share-of';
import { lockRequestFor } from './request-access';
import { saveStep } from './save-step';
import { timingOf } from './timing-of';

export interface WithdrawRequestInput extends RequestAct {
  readonly reason: RequestWithdrawal;
}

/** The desk takes a request back. From the commit on it is a 404 for the service it was sent to. */
export class WithdrawRequest {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: WithdrawRequestInput,
    repeatable: Repeatable,
  ): Promise<Once<RequestOutcome>> {
    return changeRequest(
      this.unitOfWork,
      { actor, act: 'keep-requests', input, repeatable },
      {
        decide: (request, timing) =>
          input.reason === 'person-asked' && request.sentAt === null
            ? notWanted(request, timing)
            : withdrawRequest(request, { reason: input.reason, timing }),
        after: closeShareOf,
      },
    );
  }
}

/** The manager on whom silence landed says that it is theirs now. */
export class TakeOnRequest {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: RequestAct,
    repeatable: Repeatable,
  ): Promise<Once<RequestOutcome<'not-landed' | 'taken-on-already'>>> {
    return changeRequest<'not-landed' | 'taken-on-already'>(
      this.unitOfWork,
      { actor, act: 'take-on-request', input, repeatable },
      { decide: (request, timing) => takeOnRequest(request, { by: actor.userId, timing }) },
    );
  }
}

export interface ChooseBetweenInput extends RequestAct {
  /** The request of the chain that the person wants to keep. */
  readonly keep: ServiceRequestId;
}

export type ChooseBetweenOutcome =
  RequestChanged | NotFound | Stale | Refused<StateRefusal | 'nothing-to-choose'>;

/** Two services could have the person, and they have chosen: the place with the other is given up only now. */
export class ChooseBetween {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: ChooseBetweenInput,
    repeatable: Repeatable,
  ): Promise<Once<ChooseBetweenOutcome>> {
    return this.unitOfWork.once<ChooseBetweenOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      async (tx) => {
        const request = await lockRequestFor(tx, 'keep-requests', input.requestId);
        if (request === null) return NOT_FOUND;
        const chain = await tx.serviceRequests.lockChain(request.id);
        const timing = await timingOf(tx, request);
        const choice = chooseBetween(chain, { keep: input.keep, timing });
        if (choice.kind === 'refused') return choice;
        if (request.revision !== input.revision) return { kind: 'stale', revision: request.revision };
        for (const taken of choice.taken) {
          if (taken.kind === 'refused') throw new Error('a live request could not be taken back');
          await saveStep(tx, taken);
          await closeShareOf(tx, taken.request);
        }
        const kept = chain.find(({ id }) => id === input.keep);
        return kept === undefined ? NOT_FOUND : changed(kept);
      },
    );
  }
}
