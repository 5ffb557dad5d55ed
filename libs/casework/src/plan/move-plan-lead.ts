import {
  mayDo,
  moveLead,
  type LeadRefusal,
  type PlanLead,
  type PlanLeadEvent,
  type PlanLeadId,
  type StaffActor,
} from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { leadEvent } from './plan-events';

export interface PlanLeadMove {
  readonly leadId: PlanLeadId;
  readonly revision: number;
  readonly event: PlanLeadEvent;
}

export type MovePlanLeadOutcome =
  { readonly kind: 'moved'; readonly lead: PlanLead } | NotFound | Stale | Refused<LeadRefusal>;

/** A service accepts, declines or gives back the lead of a plan; the desk takes it back, leaves it, or ends its offer. */
export class MovePlanLead {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, move: PlanLeadMove, repeatable: Repeatable): Promise<Once<MovePlanLeadOutcome>> {
    return this.unitOfWork.once<MovePlanLeadOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'moved' },
      (tx) => this.move(tx, actor, move),
    );
  }

  private async move(
    tx: Transaction,
    actor: StaffActor,
    { leadId, revision, event }: PlanLeadMove,
  ): Promise<MovePlanLeadOutcome> {
    const found = await tx.plans.findLead(leadId);
    if (found === null || !(await mayTouch(tx, actor, found))) return NOT_FOUND;
    const lead = await tx.plans.lockLead(leadId);
    if (lead === null) return refuse('already-decided');
    if (lead.revision !== revision) return { kind: 'stale', revision: lead.revision };
    const { sharing } = await tx.plans.standingOf(lead);
    const moved = moveLead(actor, { lead, event, sharing, now: tx.now });
    if (moved.kind === 'refused') return moved;
    await tx.plans.saveLead(moved.lead);
    await tx.journal.append([leadEvent(moved.lead, tx.now)]);
    return moved;
  }
}

async function mayTouch(tx: Transaction, actor: StaffActor, lead: PlanLead): Promise<boolean> {
  if (lead.agencyId === actor.agencyId) return mayDo(actor, 'keep-shared-plan');
  return (await findCaseFor(tx, 'keep-plan', lead.caseId)) !== null;
}
