import {
  leaveMachine,
  mayKeepLeaveOf,
  nextState,
  type Leave,
  type LeaveEvent,
  type LeaveId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { leaveEvent } from './leave-event';
import { offerBack } from './offer-back';

export interface LeaveChange {
  readonly leaveId: LeaveId;
  readonly revision: number;
  /** `cancel` before it has begun; `come-back` ends it at this instant. */
  readonly change: Exclude<LeaveEvent, 'begin'>;
}

export type ChangeLeaveOutcome =
  | { readonly kind: 'changed'; readonly offeredBack: number }
  | NotFound
  | Stale
  | Refused<'begun-already' | 'not-begun' | 'over-already'>;

/** Cancels leave that was planned, or ends it early. Cases that colleagues took on for it are offered back. */
export class ChangeLeave {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    request: LeaveChange,
    repeatable: Repeatable,
  ): Promise<Once<ChangeLeaveOutcome>> {
    return this.unitOfWork.once<ChangeLeaveOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, actor, request),
    );
  }

  private async change(
    tx: Transaction,
    actor: StaffActor,
    { leaveId, revision, change }: LeaveChange,
  ): Promise<ChangeLeaveOutcome> {
    const leave = await tx.leaves.lock(leaveId);
    if (leave === null || !mayKeepLeaveOf(actor, leave)) return NOT_FOUND;
    if (leave.revision !== revision) return { kind: 'stale', revision: leave.revision };
    const refusal = whyNot(leave, change, tx.now);
    if (refusal !== null) return refuse(refusal);
    const ended = await endLeave(tx, leave, change);
    return { kind: 'changed', offeredBack: await offerBack(tx, ended, this.ids) };
  }
}

type ChangeRefusal = 'begun-already' | 'not-begun' | 'over-already';

/** By its dates, whatever has been noted of them so far. */
function whyNot(
  { state, fromAt, toAt }: Leave,
  change: LeaveChange['change'],
  now: Leave['fromAt'],
): ChangeRefusal | null {
  if (state === 'over' || state === 'cancelled' || toAt <= now) return 'over-already';
  if (change === 'cancel') return fromAt <= now ? 'begun-already' : null;
  return fromAt <= now ? null : 'not-begun';
}

async function endLeave(tx: Transaction, leave: Leave, change: LeaveChange['change']): Promise<Leave> {
  if (change === 'cancel') {
    const cancelled = await tx.leaves.save({ ...leave, state: 'cancelled' });
    await tx.journal.append([leaveEvent(cancelled, 'leave.cancelled', tx.now)]);
    return cancelled;
  }
  const begun =
    leave.state === 'planned' ? nextState(leaveMachine, { state: 'planned', event: 'begin' }) : leave.state;
  const state = begun === null ? null : nextState(leaveMachine, { state: begun, event: 'come-back' });
  if (state === null) throw new Error('this leave cannot end');
  const uncoveredAtStart = leave.uncoveredAtStart ?? (await tx.leaves.openCasesOf(leave.userId));
  const over = await tx.leaves.save({ ...leave, state, uncoveredAtStart, toAt: tx.now });
  await tx.journal.append([leaveEvent(over, 'leave.over', tx.now)]);
  return over;
}
