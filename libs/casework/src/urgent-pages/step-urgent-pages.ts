import { event, isoOf, pagingStep, type ServiceActor } from '#libs/domain';
import type { PageDue, Transaction, UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Takes the step each open page is at: tells the person on call, then the leads, then the managers, until somebody
 * answers. Rows are locked and a step is unique for its page and recipient, so two workers take it once (P3).
 */
export class StepUrgentPages {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many pages were looked at, each alone. */
  execute({ limit }: { readonly limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'urgent-page',
      find: (tx) => tx.urgentPages.due(limit),
      work: async (tx, id) => {
        const page = await tx.urgentPages.lockDue(id);
        if (page !== null) await (page.over ? this.settle(tx, page) : this.step(tx, page));
      },
    });
  }

  private async step(tx: Transaction, page: PageDue): Promise<void> {
    const shift = await tx.onCall.onCallAt({ teamId: page.teamId, at: tx.now });
    const onCallUserId = shift?.userId ?? null;
    const { policy, raisedAt, caseId, handlingAgencyId: agencyId } = page;
    const { step, level, nextAt } = pagingStep({
      policy,
      raisedAt,
      somebodyOnCall: page.pagedUserId !== null,
      now: tx.now,
    });
    const recipients = await tx.urgentPages.recipientsOf({ caseId, agencyId, level, onCallUserId });
    await tx.urgentPages.takeStep({ id: page.id, step, level, nextStepAt: nextAt, recipients });
    await tx.journal.append([
      event({
        subject: { kind: 'urgent-page', id: page.id },
        caseId: page.caseId,
        type: 'urgent-page.stepped',
        happenedAt: tx.now,
        payload: { step, level, recipients, nextStepAt: isoOf(nextAt) },
      }),
    ]);
  }

  private async settle(tx: Transaction, page: PageDue): Promise<void> {
    await tx.urgentPages.settle(page.id);
    await tx.journal.append([
      event({
        subject: { kind: 'urgent-page', id: page.id },
        caseId: page.caseId,
        type: 'urgent-page.settled',
        happenedAt: tx.now,
      }),
    ]);
  }
}
