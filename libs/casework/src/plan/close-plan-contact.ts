import {
  closeContact,
  type CloseContactRefusal,
  type PlanContactEvent,
  type PlanContactId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Once, Repeatable, UnitOfWork } from '../ports';
import { placeInPlan, type PlanDoor } from './place-in-plan';
import { planContactEvent } from './plan-events';

export interface PlanContactChange {
  readonly door: PlanDoor;
  readonly contactId: PlanContactId;
  readonly event: PlanContactEvent;
}

export type ClosePlanContactOutcome = { readonly kind: 'closed' } | NotFound | Refused<CloseContactRefusal>;

/** Says what became of a contact that was planned: it took place, it did not, or it is not to be. */
export class ClosePlanContact {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { door, contactId, event }: PlanContactChange,
    repeatable: Repeatable,
  ): Promise<Once<ClosePlanContactOutcome>> {
    return this.unitOfWork.once<ClosePlanContactOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'closed' },
      async (tx) => {
        const place = await placeInPlan(tx, actor, door);
        const found = place === null ? null : await tx.plans.findContact(contactId);
        if (found === null || found.caseId !== place?.caseId) return NOT_FOUND;
        if (found.agencyId !== actor.agencyId) return refuse('not-yours');
        const contact = await tx.plans.lockContact(contactId);
        if (contact === null) return NOT_FOUND;
        const closed = closeContact(contact, { agencyId: actor.agencyId, event, now: tx.now });
        if (closed.kind === 'refused') return closed;
        const after = { ...contact, state: closed.state, decidedAt: tx.now };
        await tx.plans.saveContact(after);
        await tx.journal.append([planContactEvent(after, tx.now)]);
        return { kind: 'closed' };
      },
    );
  }
}
