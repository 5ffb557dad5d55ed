import { nextReviewOn, type CareSettings, type CaseId, type ServiceActor } from '#libs/domain';
import type { Ids, Transaction, UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { todayAtDesk } from '../support/desk-day';
import { openSupportTask } from '../support/open-support-task';
import { reviewNow } from './review-at-milestone';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Sees to it that every case whose support has begun has a review ahead (P1): one for which nobody planned any gets one
 * after the usual weeks, in the name of whoever owns the case. Where the police or a service recorded a milestone, the
 * review is held now.
 */
export class OpenMissingReviews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly care: CareSettings,
  ) {}

  /** Answers how many cases were looked at for one reason, each alone: as many as asked for means that there may be more. */
  async execute({ limit }: { readonly limit: number }): Promise<number> {
    const { ids } = this;
    const atMilestones = await eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'case-review',
      find: (tx) => tx.support.toReviewAfterMilestone(limit),
      work: async (tx, caseId) => {
        const caseFile = await tx.cases.lock(caseId);
        if (caseFile !== null) await reviewNow(tx, { caseFile, ids });
      },
    });
    const missing = await eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'case-review',
      find: (tx) => tx.support.withoutReview(limit),
      work: (tx, caseId) => this.open(tx, caseId),
    });
    return Math.max(atMilestones, missing);
  }

  private async open(tx: Transaction, caseId: CaseId): Promise<void> {
    const caseFile = await tx.cases.lock(caseId);
    if (caseFile === null || caseFile.closedAt !== null || caseFile.ownerUserId === null) return;
    const on = nextReviewOn(await todayAtDesk(tx), this.care.reviewEveryWeeks);
    const { ownerUserId } = caseFile;
    const review = { kind: 'case-review', aboutId: caseId, matter: 'cadence' } as const;
    const by = { openedBy: ownerUserId, ownerUserId };
    await openSupportTask(tx, { ...review, ...by, ids: this.ids, caseFile, plannedOn: on });
  }
}
