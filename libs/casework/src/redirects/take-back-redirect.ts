import { event, type CaseId, type StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { moveReferral } from './move-referral';

export type TakeBackOutcome =
  | { readonly kind: 'taken-back'; readonly caseId: CaseId }
  | NotFound
  | Stale
  | Refused<'nothing-to-take-back'>;

/** The other body does not take the person on, or the judgement was wrong: the case goes on as it always did. */
export class TakeBackRedirect {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    request: { readonly caseId: CaseId; readonly revision: number },
    repeatable: Repeatable,
  ): Promise<Once<TakeBackOutcome>> {
    return this.unitOfWork.once<TakeBackOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'taken-back' },
      (tx) => this.takeBack(tx, actor, request),
    );
  }

  private async takeBack(
    tx: Transaction,
    actor: StaffActor,
    { caseId, revision }: { readonly caseId: CaseId; readonly revision: number },
  ): Promise<TakeBackOutcome> {
    const caseFile = await lockCaseFor(tx, 'redirect-referral', caseId);
    if (caseFile === null) return NOT_FOUND;
    const redirect = await tx.redirects.lockWaiting(caseId);
    if (redirect === null) return refuse('nothing-to-take-back');
    if (redirect.revision !== revision) return { kind: 'stale', revision: redirect.revision };
    await tx.redirects.save({ ...redirect, state: 'taken-back', endedBy: actor.userId, endedAt: tx.now });
    await moveReferral(tx, { referralId: caseFile.referralId, event: 'take-back' });
    await tx.cases.save(caseFile);
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'case.redirect-taken-back',
        happenedAt: tx.now,
        payload: { redirectId: redirect.id, receivingBody: redirect.receivingBody },
      }),
    ]);
    return { kind: 'taken-back', caseId };
  }
}
