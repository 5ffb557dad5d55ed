import { lostLead, nextState, planLeadMachine, type PlanLeadId, type ServiceActor } from '#libs/domain';
import type { Transaction, UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { leadEvent } from './plan-events';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Writes down that a lead elsewhere has ended by itself: nothing is shared with the service any more, its worker has
 * left, or the case is closed. From the instant itself whoever answers for the case leads; this only notes it.
 */
export class EndLostLeads {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ limit }: { readonly limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'plan-lead',
      find: (tx) => tx.plans.lostLeads(limit),
      work: endLost,
    });
  }
}

async function endLost(tx: Transaction, id: PlanLeadId): Promise<void> {
  const lead = await tx.plans.lockLead(id);
  if (lead === null) return;
  const standing = await tx.plans.standingOf(lead);
  const caseFile = await tx.cases.find(lead.caseId);
  const offered = lead.state === 'offered';
  const ending = lostLead(
    { ...standing, workerActive: offered || standing.workerActive },
    caseFile?.closedAt ?? null,
  );
  if (ending === null) return;
  const event = offered ? 'withdraw' : 'end';
  const state = nextState(planLeadMachine, { state: lead.state, event });
  if (state === null) return;
  const ended = { ...lead, state, ending: offered ? null : ending, decidedAt: tx.now };
  await tx.plans.saveLead(ended);
  await tx.journal.append([leadEvent(ended, tx.now)]);
}
