import {
  checkedAgain,
  settleRecheck,
  type ContactRecheckId,
  type NotNeededReason,
  type RecheckEvent,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { recheckSettled } from './track-events';

export interface RecheckAnswer {
  readonly recheckId: ContactRecheckId;
  readonly event: RecheckEvent;
  /** Why it need not be asked; null for every other answer. */
  readonly reason: NotNeededReason | null;
}

export type SettleRecheckOutcome =
  | { readonly kind: 'settled'; readonly event: RecheckEvent }
  | NotFound
  | Refused<'settled-already' | 'reason-missing'>;

/**
 * Answers the urgent question whether contact is still safe. "Still safe" is the person's own word: every way that was
 * marked counts as checked now. "Changed" leaves them marked until the card says what is true.
 */
export class SettleRecheck {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    answer: RecheckAnswer,
    repeatable: Repeatable,
  ): Promise<Once<SettleRecheckOutcome>> {
    return this.unitOfWork.once<SettleRecheckOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'settled' },
      (tx) => this.settle(tx, actor, answer),
    );
  }

  private async settle(
    tx: Transaction,
    actor: StaffActor,
    { recheckId, event, reason }: RecheckAnswer,
  ): Promise<SettleRecheckOutcome> {
    const found = await tx.tracks.findRecheck(recheckId);
    if (found === null || (await lockCaseFor(tx, 'settle-recheck', found.caseId)) === null) return NOT_FOUND;
    if (event === 'judge-not-needed' && reason === null) return refuse('reason-missing');
    const open = await tx.tracks.lockRecheck(recheckId);
    if (open === null) return refuse('settled-already');
    const settled = settleRecheck(open, { event, reason, by: actor.userId, now: tx.now });
    if (settled === null) return refuse('settled-already');
    await tx.tracks.saveRecheck(settled);
    await tx.journal.append([recheckSettled(settled, tx.now)]);
    if (event === 'find-still-safe') await this.checkRoutes(tx, settled.personId);
    if (event === 'judge-not-needed') await tx.tracks.unmarkRoutes(settled.personId);
    return { kind: 'settled', event };
  }

  private async checkRoutes(
    tx: Transaction,
    personId: Parameters<Transaction['safeContact']['cardOf']>[0],
  ): Promise<void> {
    const { routes } = await tx.safeContact.cardOf(personId);
    for (const route of routes)
      if ((route.recheckAskedAt ?? null) !== null)
        await tx.safeContact.saveRoute(checkedAgain(route, tx.now));
  }
}
