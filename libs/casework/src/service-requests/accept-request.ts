import {
  acceptRequest,
  isLead,
  isProviderRole,
  type RequestTiming,
  type ServiceRequest,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { refuse } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { mayAnswer, type AnswerRefusal } from './answer-request';
import { allocationRefusal, type AllocationRefusal } from './allocate-request';
import { changeRequest, type RequestAct, type RequestOutcome } from './change-request';
import { openShareOf } from './open-share-of';

export interface AcceptRequestInput extends RequestAct {
  /** Who meets the person; null while the coordinator has not found anybody. */
  readonly allocateTo: UserId | null;
}

/**
 * `not-at-present` is all that a service is told: that it must not contact the person, and not why. The others are
 * for the desk, where it notes the answer of a service outside; that a wall stands is a lead's to know.
 */
type NotAtPresent = 'not-at-present' | 'contact-stopped' | 'not-possible' | 'lead-decides';
export type AcceptRefusal = AnswerRefusal | AllocationRefusal | NotAtPresent;

export type AcceptRequestOutcome = RequestOutcome<AcceptRefusal>;

/**
 * From this minute the service answers for the person's support (P15). What they agreed that it may know opens to it in
 * the same transaction, class by class, and nothing besides (P6).
 */
export class AcceptRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: AcceptRequestInput,
    repeatable: Repeatable,
  ): Promise<Once<AcceptRequestOutcome>> {
    const { allocateTo } = input;
    return changeRequest<AcceptRefusal>(
      this.unitOfWork,
      { actor, act: 'answer-request', input, repeatable },
      {
        decide: async (request, timing, tx) => {
          if (!mayAnswer(actor, request)) return refuse('service-answers-itself');
          const accepted = acceptRequest(request, { allocateTo, timing });
          if (accepted.kind === 'refused') return accepted;
          const refused = await notAtPresent(tx, request, timing);
          if (refused !== null) return refuse(refused);
          if (allocateTo === null) return accepted;
          const refusal = await allocationRefusal(tx, actor, { request, to: allocateTo });
          return refusal === null ? accepted : refuse(refusal);
        },
        after: async (tx, request) => {
          if (isProviderRole(actor.role)) await openShareOf(tx, { actor, ids: this.ids, request });
        },
      },
    );
  }
}

/** Asked again at acceptance, for both may have come about since it was sent (P5, P7). */
async function notAtPresent(
  tx: Transaction,
  { id }: ServiceRequest,
  { stopped }: RequestTiming,
): Promise<NotAtPresent | null> {
  if (!(await tx.serviceRequests.notAtPresent(id))) return null;
  if (tx.actor.kind !== 'staff' || isProviderRole(tx.actor.role)) return 'not-at-present';
  if (stopped) return 'contact-stopped';
  return isLead(tx.actor.role) ? 'not-possible' : 'lead-decides';
}
