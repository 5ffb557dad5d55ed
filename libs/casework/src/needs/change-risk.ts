import {
  closeRisk,
  mayChangeKept,
  reviewRisk,
  riskDayRefusal,
  withdrawSupportTask,
  type CareSettings,
  type CaseId,
  type RiskDayRefusal,
  type RiskEnding,
  type RiskFlag,
  type RiskId,
  type StaffActor,
} from '#libs/domain';
import { lockCareCase } from '../care/care-case';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { todayAtDesk } from '../support/desk-day';

export type RiskChange =
  /** It was looked at and is still so. */
  | { readonly kind: 'review'; readonly reviewOn: string }
  | { readonly kind: 'close'; readonly ending: RiskEnding };

export interface ChangeRiskInput {
  readonly riskId: RiskId;
  readonly revision: number;
  readonly change: RiskChange;
}

export type ChangeRiskOutcome =
  | { readonly kind: 'changed'; readonly caseId: CaseId }
  | NotFound
  | Stale
  | Refused<RiskDayRefusal | 'closed-already'>;

/** Looks at a risk again, or closes it with the reason; then nobody is paged about it and its task waits no more. */
export class ChangeRisk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly care: CareSettings,
  ) {}

  execute(
    actor: StaffActor,
    input: ChangeRiskInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeRiskOutcome>> {
    return this.unitOfWork.once<ChangeRiskOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, actor, input),
    );
  }

  private async change(
    tx: Transaction,
    actor: StaffActor,
    { riskId, revision, change }: ChangeRiskInput,
  ): Promise<ChangeRiskOutcome> {
    const seen = await tx.needs.findRisk(riskId);
    // The case first: whatever else changes a case locks it before its records.
    const caseFile = seen && (await lockCareCase(tx, 'keep-needs', seen.caseId));
    const flag = caseFile && (await tx.needs.lockRisk(riskId));
    if (caseFile === null || flag === null || !mayChangeKept(caseFile, flag)) return NOT_FOUND;
    if (flag.revision !== revision) return { kind: 'stale', revision: flag.revision };
    const by = { by: actor.userId, now: tx.now };
    if (change.kind === 'review') {
      const { riskReviewWithinDays: withinDays } = this.care;
      const wrong = riskDayRefusal({ on: change.reviewOn, today: await todayAtDesk(tx), withinDays });
      if (wrong !== null) return refuse(wrong);
    }
    const changed =
      change.kind === 'review'
        ? reviewRisk(flag, { ...by, reviewOn: change.reviewOn })
        : closeRisk(flag, { ...by, ending: change.ending });
    if (changed.kind === 'refused') return changed;
    await tx.needs.saveRisk(changed.flag);
    await tx.journal.append(changed.events);
    if (change.kind === 'close') await letRest(tx, { flag, by: actor.userId });
    return { kind: 'changed', caseId: flag.caseId };
  }
}

/** Nothing waits any more for a risk that is closed. */
async function letRest(
  tx: Transaction,
  { flag, by }: { flag: RiskFlag; by: StaffActor['userId'] },
): Promise<void> {
  for (const task of await tx.support.lockLiveAbout(flag.id)) {
    const step = withdrawSupportTask(task, { outcome: 'need-settled', by, now: tx.now });
    if (step.kind === 'refused') continue;
    await tx.support.save(step.task);
    await tx.journal.append(step.events);
  }
  await tx.urgentPages.settleAbout(flag.id);
}
