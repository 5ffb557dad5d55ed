import {
  hindranceToErase,
  isDue,
  mayDecideErasure,
  type Erasure,
  type ErasureDeclineReason,
  type ErasureHindrance,
  type ErasureId,
  type ErasureRefusal,
  type ErasureState,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { erasureEvent } from './erasure-event';

export interface ErasureDecision {
  readonly erasureId: ErasureId;
  readonly decision:
    | { readonly kind: 'propose' | 'approve' | 'withdraw' }
    | { readonly kind: 'decline'; readonly reason: ErasureDeclineReason };
  /** The revision the person read. */
  readonly revision: number;
}

export type DecideErasureOutcome =
  | { readonly kind: 'decided'; readonly state: ErasureState }
  | NotFound
  | Stale
  | Refused<Exclude<ErasureRefusal, 'not-allowed'> | ErasureHindrance | 'not-due-any-more'>;

/**
 * The data-protection officer takes up what the schedule suggests; a second person approves or declines; whoever
 * proposed it may take it back. An approved erasure is carried out by the worker, which looks again for a hold.
 */
export class DecideErasure {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: ErasureDecision,
    repeatable: Repeatable,
  ): Promise<Once<DecideErasureOutcome>> {
    return this.unitOfWork.once<DecideErasureOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'decided' },
      (tx) => decide(tx, actor, input),
    );
  }
}

async function decide(
  tx: Transaction,
  actor: StaffActor,
  { erasureId, decision, revision }: ErasureDecision,
): Promise<DecideErasureOutcome> {
  const erasure = await tx.erasures.lock(erasureId);
  if (erasure === null) return NOT_FOUND;
  const may = mayDecideErasure(actor, { erasure, change: decision.kind });
  if (may.kind === 'refused') return may.reason === 'not-allowed' ? NOT_FOUND : refuse(may.reason);
  if (erasure.revision !== revision) return { kind: 'stale', revision: erasure.revision };
  const hindrance = await hindranceNow(tx, erasure, decision.kind);
  if (hindrance !== null) return refuse(hindrance);
  const next: Erasure =
    decision.kind === 'propose'
      ? { ...erasure, state: may.state, proposedBy: actor.userId, proposedAt: tx.now }
      : {
          ...erasure,
          state: may.state,
          decidedBy: actor.userId,
          decidedAt: tx.now,
          decisionReason: decision.kind === 'decline' ? decision.reason : null,
        };
  await tx.erasures.saveDecision(next);
  const reason = decision.kind === 'decline' ? decision.reason : null;
  await tx.journal.append([erasureEvent(next, { type: next.state, at: tx.now, reason })]);
  return { kind: 'decided', state: next.state };
}

/** A hold, a new case or longer rules may have come since it was suggested. Taking back and declining are always possible. */
async function hindranceNow(
  tx: Transaction,
  { reference, cause, requestId }: Erasure,
  change: ErasureDecision['decision']['kind'],
): Promise<ErasureHindrance | 'not-due-any-more' | null> {
  if (change === 'decline' || change === 'withdraw') return null;
  const standing = await tx.retention.standingOf(reference);
  if (standing === null) return null;
  const hindrance = hindranceToErase({ ...standing, erasure: null });
  if (hindrance !== null || cause !== 'retention' || requestId !== null) return hindrance;
  const schedule = await tx.retention.scheduleInForce(tx.now);
  return isDue(schedule, { standing, now: tx.now }) ? null : 'not-due-any-more';
}
