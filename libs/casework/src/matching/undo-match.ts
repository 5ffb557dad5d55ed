import {
  event,
  matchMachine,
  nextState,
  type CaseId,
  type MatchReviewId,
  type StaffActor,
  type UndoReason,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, MatchReviewRecord, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lockBoth } from './decide-match';
import { reopenCase } from './reopen-case';

export type UndoMatchOutcome =
  | { readonly kind: 'undone'; readonly openedAgain: CaseId | null }
  | NotFound
  | Stale
  | Refused<'nothing-to-undo'>;

/** Takes a decision back: the link ends, a duplicate is a case of its own again with its own clocks, and we ask anew. */
export class UndoMatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: { readonly reviewId: MatchReviewId; readonly revision: number; readonly reason: UndoReason },
    repeatable: Repeatable,
  ): Promise<Once<UndoMatchOutcome>> {
    return this.unitOfWork.once<UndoMatchOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'undone' },
      async (tx) => {
        const found = await tx.matches.find(input.reviewId);
        const cases = found && (await lockBoth(tx, found));
        const review = await tx.matches.lock(input.reviewId);
        if (cases === null || review === null) return NOT_FOUND;
        if (review.revision !== input.revision) return { kind: 'stale', revision: review.revision };
        const state = nextState(matchMachine, { state: review.state, event: 'undo' });
        if (state === null) return refuse('nothing-to-undo');
        const closed = cases.find(({ id }) => review.keptCaseId !== null && id !== review.keptCaseId);
        if (closed && closed.closedAt !== null)
          await reopenCase(tx, { ids: this.ids, caseFile: closed, reason: input.reason });
        await this.takeBack(tx, { actor, review, state, reason: input.reason });
        return { kind: 'undone', openedAgain: closed?.id ?? null };
      },
    );
  }

  private async takeBack(
    tx: Transaction,
    options: {
      readonly actor: StaffActor;
      readonly review: MatchReviewRecord;
      readonly state: MatchReviewRecord['state'];
      readonly reason: UndoReason;
    },
  ): Promise<void> {
    const { actor, review, state, reason } = options;
    await tx.matches.unlink({ reviewId: review.id, by: actor.userId, at: tx.now });
    const by = { decidedBy: actor.userId, decidedAt: tx.now };
    await tx.matches.save({ ...review, state, reason, keptCaseId: null, ...by });
    await tx.journal.append([
      event({
        subject: { kind: 'match', id: review.id },
        type: 'match.undone',
        happenedAt: tx.now,
        reason,
        payload: { was: review.state, caseId: review.caseId, otherCaseId: review.otherCaseId },
      }),
    ]);
  }
}
