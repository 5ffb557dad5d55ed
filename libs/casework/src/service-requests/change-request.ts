import type {
  Act,
  CaseId,
  RequestChange,
  RequestTiming,
  ServiceRequest,
  ServiceRequestId,
  ServiceRequestState,
  StaffActor,
  StateRefusal,
} from '#libs/domain';
import { NOT_FOUND, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lockRequestFor } from './request-access';
import { saveStep } from './save-step';
import { timingOf } from './timing-of';

/** What every act on a request is told: which one, and as what the person who acts read it. */
export interface RequestAct {
  readonly requestId: ServiceRequestId;
  readonly revision: number;
}

export interface RequestChanged {
  readonly kind: 'changed';
  readonly caseId: CaseId;
  readonly requestId: ServiceRequestId;
  readonly state: ServiceRequestState;
}

export type RequestOutcome<Reason extends string = never> =
  RequestChanged | NotFound | Stale | Refused<StateRefusal | Reason>;

/**
 * One act on one request, in a transaction of its own: lock, may they, the rule, save. What the state of the request
 * refuses is said before what somebody else may have changed meanwhile, for it says more.
 */
export function changeRequest<Reason extends string>(
  unitOfWork: UnitOfWork,
  asked: {
    readonly actor: StaffActor;
    readonly act: Act;
    readonly input: RequestAct;
    readonly repeatable: Repeatable;
  },
  work: {
    readonly decide: (
      request: ServiceRequest,
      timing: RequestTiming,
      tx: Transaction,
    ) => Promise<RequestChange<Reason>> | RequestChange<Reason>;
    /** What else belongs to the act, once it is saved. */
    readonly after?: (tx: Transaction, changed: ServiceRequest, timing: RequestTiming) => Promise<void>;
  },
): Promise<Once<RequestOutcome<Reason>>> {
  const { actor, act, input, repeatable } = asked;
  return unitOfWork.once<RequestOutcome<Reason>>(
    { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
    async (tx) => {
      const request = await lockRequestFor(tx, act, input.requestId);
      if (request === null) return NOT_FOUND;
      const timing = await timingOf(tx, request);
      const change = await work.decide(request, timing, tx);
      if (change.kind === 'refused') return change;
      if (request.revision !== input.revision) return { kind: 'stale', revision: request.revision };
      await saveStep(tx, change);
      await work.after?.(tx, change.request, timing);
      return changed(change.request);
    },
  );
}

export function changed({ id, caseId, state }: ServiceRequest): RequestChanged {
  return { kind: 'changed', caseId, requestId: id, state };
}
