import type { AgencyId, CaseId, PlanLead, PlanLeadId, StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { leadEvent } from './plan-events';

export type OfferPlanLeadOutcome =
  | { readonly kind: 'offered'; readonly leadId: PlanLeadId }
  | NotFound
  | Refused<'case-closed' | 'not-yours-to-give' | 'nothing-shared' | 'led-elsewhere'>;

/**
 * Offers the lead of a case's plan to a service that something is shared with. Whoever answers for the case leads until
 * one of its workers accepts (P15), and answers for the case itself also after that.
 */
export class OfferPlanLead {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: { readonly caseId: CaseId; readonly agencyId: AgencyId },
    repeatable: Repeatable,
  ): Promise<Once<OfferPlanLeadOutcome>> {
    return this.unitOfWork.once<OfferPlanLeadOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'offered' },
      (tx) => this.offer(tx, actor, input),
    );
  }

  private async offer(
    tx: Transaction,
    actor: StaffActor,
    { caseId, agencyId }: { readonly caseId: CaseId; readonly agencyId: AgencyId },
  ): Promise<OfferPlanLeadOutcome> {
    const caseFile = await lockCaseFor(tx, 'keep-plan', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const own = caseFile.ownerUserId === null || caseFile.ownerUserId === actor.userId;
    if (!own && actor.role !== 'duty-lead') return refuse('not-yours-to-give');
    const { sharing } = await tx.plans.standingOf({ caseId, agencyId, userId: null });
    if (!sharing) return refuse('nothing-shared');
    const lead: PlanLead = {
      id: this.ids.next<PlanLeadId>(),
      caseId: caseFile.id,
      personId: caseFile.personId,
      handlingAgencyId: caseFile.handlingAgencyId,
      reference: caseFile.reference,
      agencyId,
      userId: null,
      offeredBy: actor.userId,
      offeredAt: tx.now,
      state: 'offered',
      decidedAt: null,
      ending: null,
      revision: 1,
    };
    if (!(await tx.plans.offerLead(lead))) return refuse('led-elsewhere');
    await tx.journal.append([leadEvent(lead, tx.now)]);
    return { kind: 'offered', leadId: lead.id };
  }
}
