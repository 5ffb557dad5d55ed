import {
  event,
  type CaseId,
  type ReceivingBody,
  type RedirectBasis,
  type RedirectReason,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, RedirectId, Repeatable, Transaction, UnitOfWork } from '../ports';
import { moveReferral } from './move-referral';

export interface RedirectInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly reason: RedirectReason;
  readonly receivingBody: ReceivingBody;
  readonly basis: RedirectBasis;
}

export type RedirectRefusal = 'case-closed' | 'already-redirecting' | 'not-ready-for-redirect';
export type RedirectOutcome =
  | { readonly kind: 'redirecting'; readonly redirectId: RedirectId }
  | NotFound
  | Stale
  | Refused<RedirectRefusal>;

/**
 * A duty lead judges that a referral is for another body. Nothing stops: the clock runs on and the case stays ours
 * until that body has acknowledged (P15).
 */
export class RedirectReferral {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: RedirectInput, repeatable: Repeatable): Promise<Once<RedirectOutcome>> {
    return this.unitOfWork.once<RedirectOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'redirecting' },
      (tx) => this.redirect(tx, actor, input),
    );
  }

  private async redirect(
    tx: Transaction,
    actor: StaffActor,
    { caseId, revision, reason, receivingBody, basis }: RedirectInput,
  ): Promise<RedirectOutcome> {
    const caseFile = await lockCaseFor(tx, 'redirect-referral', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if ((await tx.redirects.lockWaiting(caseId)) !== null) return refuse('already-redirecting');
    if (caseFile.revision !== revision) return { kind: 'stale', revision: caseFile.revision };
    const moved = await moveReferral(tx, { referralId: caseFile.referralId, event: 'judge-out-of-scope' });
    if (!moved) return refuse('not-ready-for-redirect');
    const id = this.ids.next<RedirectId>();
    await tx.redirects.insert({
      id,
      caseId,
      referralId: caseFile.referralId,
      handlingAgencyId: caseFile.handlingAgencyId,
      reason,
      receivingBody,
      basis,
      judgedBy: actor.userId,
      judgedAt: tx.now,
      state: 'waiting',
      acknowledgedHow: null,
      acknowledgedAt: null,
      endedBy: null,
      endedAt: null,
      revision: 1,
    });
    await tx.cases.save(caseFile);
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'case.redirect-asked',
        happenedAt: tx.now,
        reason,
        payload: { redirectId: id, receivingBody, basis },
      }),
    ]);
    return { kind: 'redirecting', redirectId: id };
  }
}
