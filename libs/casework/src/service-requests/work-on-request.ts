import {
  answeredAtDesk,
  endSupport,
  isProviderRole,
  noteStillWanted,
  reviewSupport,
  startSupport,
  type RequestChange,
  type RequestEnding,
  type RequestTiming,
  type ServiceRequest,
  type StaffActor,
  type StillWantedAnswer,
} from '#libs/domain';
import { refuse } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { closeShareOf } from './close-share-of';
import { changeRequest, type RequestAct, type RequestOutcome } from './change-request';

/** `not-yours`: somebody else of the team answers for it; a coordinator may act in their place. */
export type WorkRefusal = 'not-yours' | 'service-answers-itself';

interface Work<Reason extends string> {
  readonly decide: (request: ServiceRequest, timing: RequestTiming) => RequestChange<Reason>;
  readonly after?: (tx: Transaction, changed: ServiceRequest) => Promise<void>;
}

function workOn<Reason extends string>(
  unitOfWork: UnitOfWork,
  asked: { readonly actor: StaffActor; readonly input: RequestAct; readonly repeatable: Repeatable },
  { decide, after }: Work<Reason>,
): Promise<Once<RequestOutcome<Reason | WorkRefusal>>> {
  const { actor } = asked;
  return changeRequest<Reason | WorkRefusal>(
    unitOfWork,
    { ...asked, act: 'work-on-request' },
    {
      decide: (request, timing): RequestChange<Reason | WorkRefusal> => {
        const refusal = workRefusal(actor, request);
        return refusal === null ? decide(request, timing) : refuse(refusal);
      },
      ...(after ? { after } : {}),
    },
  );
}

function workRefusal(actor: StaffActor, request: ServiceRequest): WorkRefusal | null {
  if (!isProviderRole(actor.role)) return answeredAtDesk(request) ? null : 'service-answers-itself';
  if (actor.role === 'provider-coordinator' || request.allocatedTo === null) return null;
  return request.allocatedTo === actor.userId ? null : 'not-yours';
}

export interface NoteStillWantedInput extends RequestAct {
  readonly answer: StillWantedAnswer;
}

/** Somebody who waits was asked whether they still want the support. */
export class NoteStillWanted {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: NoteStillWantedInput,
    repeatable: Repeatable,
  ): Promise<Once<RequestOutcome<WorkRefusal>>> {
    return workOn(
      this.unitOfWork,
      { actor, input, repeatable },
      {
        decide: (request, timing) => noteStillWanted(request, { answer: input.answer, timing }),
        after: closeShareOf,
      },
    );
  }
}

/** The support has begun: somebody has met the person. */
export class StartSupport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: RequestAct,
    repeatable: Repeatable,
  ): Promise<Once<RequestOutcome<WorkRefusal | 'nobody-allocated'>>> {
    return workOn<'nobody-allocated'>(
      this.unitOfWork,
      { actor, input, repeatable },
      { decide: startSupport },
    );
  }
}

/** The person and the service have looked at whether it still is what they need. */
export class NoteReview {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: RequestAct,
    repeatable: Repeatable,
  ): Promise<Once<RequestOutcome<WorkRefusal>>> {
    return workOn(this.unitOfWork, { actor, input, repeatable }, { decide: reviewSupport });
  }
}

export interface EndSupportInput extends RequestAct {
  readonly ending: RequestEnding;
}

/** The support is over. What acceptance opened closes with it. */
export class EndSupport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: EndSupportInput,
    repeatable: Repeatable,
  ): Promise<Once<RequestOutcome<WorkRefusal>>> {
    return workOn(
      this.unitOfWork,
      { actor, input, repeatable },
      {
        decide: (request, timing) => endSupport(request, { ending: input.ending, timing }),
        after: closeShareOf,
      },
    );
  }
}
