import {
  leaveFault,
  mayKeepLeaveOf,
  type Instant,
  type Leave,
  type LeaveId,
  type LeaveRefusal,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { leaveEvent } from './leave-event';

export interface LeaveInput {
  readonly userId: UserId;
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

export type PlanLeaveOutcome =
  | { readonly kind: 'planned'; readonly leaveId: LeaveId }
  | NotFound
  | Refused<LeaveRefusal | 'not-on-the-team'>;

/**
 * Somebody will be away. Nothing of theirs moves: their cases are offered to colleagues, and from the first instant of
 * the leave the duty lead answers for those that nobody has taken on.
 */
export class PlanLeave {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: LeaveInput, repeatable: Repeatable): Promise<Once<PlanLeaveOutcome>> {
    return this.unitOfWork.once<PlanLeaveOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'planned' },
      (tx) => this.plan(tx, actor, input),
    );
  }

  private async plan(tx: Transaction, actor: StaffActor, input: LeaveInput): Promise<PlanLeaveOutcome> {
    const { userId, fromAt, toAt } = input;
    const person = await tx.staff.find(userId);
    if (person === null || !mayKeepLeaveOf(actor, { userId, agencyId: person.agencyId })) return NOT_FOUND;
    if (person.state !== 'active') return refuse('not-on-the-team');
    const fault = leaveFault({ span: input, others: await tx.leaves.liveOf(userId), now: tx.now });
    if (fault !== null) return refuse(fault);
    const leave: Leave = {
      id: this.ids.next<LeaveId>(),
      agencyId: person.agencyId,
      userId,
      fromAt,
      toAt,
      state: 'planned',
      recordedBy: actor.userId,
      recordedAt: tx.now,
      uncoveredAtStart: null,
      revision: 1,
    };
    await tx.leaves.insert(leave);
    await tx.journal.append([leaveEvent(leave, 'leave.planned', tx.now)]);
    return { kind: 'planned', leaveId: leave.id };
  }
}
