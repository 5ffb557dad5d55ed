import {
  acknowledgeRequest,
  answeredAtDesk,
  declineRequest,
  isProviderRole,
  redirectRequest,
  type RequestChange,
  type RequestDecline,
  type RequestRedirect,
  type ServiceId,
  type ServiceRequest,
  type StaffActor,
} from '#libs/domain';
import { refuse } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';
import { changeRequest, type RequestAct, type RequestOutcome } from './change-request';
import { giveBack } from './give-back';

/** The service works here and answers for itself: nobody at the desk does it in its place. */
export type AnswerRefusal = 'service-answers-itself';

/** Whether this person answers for the service asked: its staff do, and the desk where it has none here. */
export function mayAnswer(actor: StaffActor, request: ServiceRequest): boolean {
  return isProviderRole(actor.role) || answeredAtDesk(request);
}

/** The service says that it has it; of a service outside, somebody at the desk notes that it said so. */
export class AcknowledgeRequest {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: RequestAct,
    repeatable: Repeatable,
  ): Promise<Once<RequestOutcome<AnswerRefusal>>> {
    return changeRequest<AnswerRefusal>(
      this.unitOfWork,
      { actor, act: 'answer-request', input, repeatable },
      {
        decide: (request, timing) =>
          mayAnswer(actor, request) ? acknowledgeRequest(request, timing) : refuse('service-answers-itself'),
      },
    );
  }
}

export interface DeclineRequestInput extends RequestAct {
  readonly reason: RequestDecline;
}

/** The service says no, for a reason from the list. The need is the desk's at once, in the request that follows. */
export class DeclineRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: DeclineRequestInput,
    repeatable: Repeatable,
  ): Promise<Once<RequestOutcome<AnswerRefusal>>> {
    return changeRequest<AnswerRefusal>(
      this.unitOfWork,
      { actor, act: 'answer-request', input, repeatable },
      {
        decide: (request, timing) =>
          mayAnswer(actor, request)
            ? declineRequest(request, { reason: input.reason, timing })
            : refuse('service-answers-itself'),
        after: (tx, request, timing) => giveBack(tx, { ids: this.ids, actor, request, timing }),
      },
    );
  }
}

export interface RedirectRequestInput extends RequestAct {
  readonly toServiceId: ServiceId;
  readonly reason: RequestRedirect;
}

export type RequestRedirectRefusal =
  'same-service' | 'unknown-service' | 'another-kind' | 'asked-there-before' | AnswerRefusal;

/**
 * Another service is the right one. Said by a service it is a suggestion to the desk, whatever became of that service
 * before: one service learns nothing of another. Noted by the desk for a service outside, one that was asked already is refused, so that nobody
 * is sent round in a circle.
 */
export class RedirectRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: RedirectRequestInput,
    repeatable: Repeatable,
  ): Promise<Once<RequestOutcome<RequestRedirectRefusal>>> {
    const { toServiceId: to, reason } = input;
    return changeRequest<RequestRedirectRefusal>(
      this.unitOfWork,
      { actor, act: 'answer-request', input, repeatable },
      {
        decide: async (request, timing, tx): Promise<RequestChange<RequestRedirectRefusal>> => {
          if (!mayAnswer(actor, request)) return refuse('service-answers-itself');
          const listed = await tx.directory.find(to);
          if (listed?.service.state !== 'open') return refuse('unknown-service');
          if (listed.service.kind !== request.kind) return refuse('another-kind');
          const atDesk = !isProviderRole(actor.role);
          if (atDesk && to !== request.serviceId) {
            const tried = await tx.serviceRequests.triedInChain(request.id);
            if (tried.includes(to)) return refuse('asked-there-before');
          }
          return redirectRequest(request, { to, reason, timing });
        },
        after: (tx, request, timing) =>
          giveBack(tx, { ids: this.ids, actor, request, timing, suggestedServiceId: to }),
      },
    );
  }
}
