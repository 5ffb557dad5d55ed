import {
  planContactFault,
  type Instant,
  type PlanContact,
  type PlanContactId,
  type PlanContactRefusal,
  type PlanContactWay,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';
import { placeInPlan, type PlanDoor } from './place-in-plan';
import { planContactEvent } from './plan-events';

export interface PlanContactInput {
  readonly door: PlanDoor;
  readonly way: PlanContactWay;
  readonly at: Instant;
}

export type PlanContactOutcome =
  | { readonly kind: 'planned'; readonly contactId: PlanContactId }
  | NotFound
  | Refused<PlanContactRefusal | 'case-closed'>;

/** Notes in the plan that the actor will be in touch with the person, and when. It contacts nobody and moves no clock. */
export class PlanNextContact {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    { door, way, at }: PlanContactInput,
    repeatable: Repeatable,
  ): Promise<Once<PlanContactOutcome>> {
    return this.unitOfWork.once<PlanContactOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'planned' },
      async (tx) => {
        const place = await placeInPlan(tx, actor, door);
        if (place === null) return NOT_FOUND;
        if (place.closed) return refuse('case-closed');
        const fault = planContactFault(at, tx.now);
        if (fault !== null) return refuse(fault);
        const { caseId, personId, handlingAgencyId } = place;
        const contact: PlanContact = {
          id: this.ids.next<PlanContactId>(),
          caseId,
          personId,
          handlingAgencyId,
          agencyId: actor.agencyId,
          userId: actor.userId,
          way,
          at,
          state: 'planned',
          recordedAt: tx.now,
          decidedAt: null,
          revision: 1,
        };
        await tx.plans.insertContact(contact);
        await tx.journal.append([planContactEvent(contact, tx.now)]);
        return { kind: 'planned', contactId: contact.id };
      },
    );
  }
}
