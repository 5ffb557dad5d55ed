import {
  ruleOf,
  sideOf,
  withdrawMilestoneFrom,
  type MilestoneId,
  type MilestoneRefusal,
  type StaffActor,
  type TrackId,
  type WithdrawalReason,
} from '#libs/domain';
import { withdrawMilestone } from '../duties';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lockTrackFor } from './track-access';
import { milestoneEnded } from './track-events';

export interface MilestoneWithdrawal {
  readonly trackId: TrackId;
  readonly milestoneId: MilestoneId;
  readonly reason: WithdrawalReason;
}

export type WithdrawMilestoneOutcome =
  { readonly kind: 'withdrawn' } | NotFound | Refused<MilestoneRefusal | 'case-closed'>;

/** Says that something never happened: it stays readable as withdrawn, and what it had opened ends. */
export class WithdrawMilestone {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: MilestoneWithdrawal,
    repeatable: Repeatable,
  ): Promise<Once<WithdrawMilestoneOutcome>> {
    return this.unitOfWork.once<WithdrawMilestoneOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'withdrawn' },
      (tx) => this.withdraw(tx, actor, input),
    );
  }

  private async withdraw(
    tx: Transaction,
    actor: StaffActor,
    { trackId, milestoneId, reason }: MilestoneWithdrawal,
  ): Promise<WithdrawMilestoneOutcome> {
    const found = await lockTrackFor(tx, actor, trackId);
    if (found === null) return NOT_FOUND;
    if (found.closed) return refuse('case-closed');
    const target = await tx.tracks.findMilestone(milestoneId);
    if (target === null || target.trackId !== trackId) return NOT_FOUND;
    const by = { side: sideOf(actor), agencyId: actor.agencyId };
    const withdrawn = withdrawMilestoneFrom(target, { reason, by, now: tx.now });
    if (withdrawn.kind === 'refused') return withdrawn;
    await tx.tracks.endMilestone(withdrawn.milestone);
    await tx.journal.append([milestoneEnded(found.track, withdrawn.milestone, tx.now)]);
    if (ruleOf(target.kind).events.length > 0)
      await withdrawMilestone(tx, { caseId: found.track.caseId, trackId, milestoneId });
    return { kind: 'withdrawn' };
  }
}
