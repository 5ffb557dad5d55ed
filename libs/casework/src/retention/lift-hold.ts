import { event, mayDo, type HoldId, type LiftReason, type StaffActor } from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface LiftHoldInput {
  readonly holdId: HoldId;
  readonly revision: number;
  readonly reason: LiftReason;
}

export type LiftHoldOutcome = { readonly kind: 'lifted' } | NotFound | Stale | Refused<'already-lifted'>;

/** The record goes back to the schedule. Nothing is erased by it. */
export class LiftHold {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, input: LiftHoldInput, repeatable: Repeatable): Promise<Once<LiftHoldOutcome>> {
    return this.unitOfWork.once<LiftHoldOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'lifted' },
      (tx) => lift(tx, actor, input),
    );
  }
}

async function lift(
  tx: Transaction,
  actor: StaffActor,
  { holdId, revision, reason }: LiftHoldInput,
): Promise<LiftHoldOutcome> {
  if (!mayDo(actor, 'hold-record')) return NOT_FOUND;
  const hold = await tx.holds.find(holdId);
  if (hold === null) return NOT_FOUND;
  if (hold.liftedAt !== null) return refuse('already-lifted');
  const locked = await tx.holds.lock(holdId);
  if (locked === null || locked.revision !== revision) {
    return { kind: 'stale', revision: locked?.revision ?? hold.revision };
  }
  await tx.holds.saveLifted({ ...locked, liftedBy: actor.userId, liftedAt: tx.now, liftReason: reason });
  await tx.journal.append([
    event({
      subject: { kind: 'legal-hold', id: holdId },
      type: 'legal-hold.lifted',
      happenedAt: tx.now,
      reason,
      payload: { setFor: locked.reason },
    }),
  ]);
  return { kind: 'lifted' };
}
