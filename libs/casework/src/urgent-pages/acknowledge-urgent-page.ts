import {
  event,
  mayAnswerPage,
  mayDo,
  nextState,
  urgentPageMachine,
  type PageAnswerRefusal,
  type CaseId,
  type StaffActor,
  type UrgentPageId,
} from '#libs/domain';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';

export type AnswerPageOutcome =
  | { readonly kind: 'acknowledged'; readonly caseId: CaseId; readonly reference: string }
  | NotFound
  | Stale
  | Refused<PageAnswerRefusal>;

/** Somebody with the duty says "I have this". Steps stop; the case goes on as it is. */
export class AcknowledgeUrgentPage {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    request: { readonly pageId: UrgentPageId; readonly revision: number },
    repeatable: Repeatable,
  ): Promise<Once<AnswerPageOutcome>> {
    return this.unitOfWork.once<AnswerPageOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'acknowledged' },
      (tx) => this.acknowledge(tx, actor, request),
    );
  }

  private async acknowledge(
    tx: Transaction,
    actor: StaffActor,
    { pageId, revision }: { pageId: UrgentPageId; revision: number },
  ): Promise<AnswerPageOutcome> {
    const page = await tx.urgentPages.lock(pageId);
    if (page === null || page.handlingAgencyId !== actor.agencyId) return NOT_FOUND;
    if (!mayDo(actor, 'answer-urgent-page')) return NOT_FOUND;
    const shift = await tx.onCall.onCallAt({ teamId: page.teamId, at: tx.now });
    const fault = mayAnswerPage(actor, { ...page, onCallUserId: shift?.userId ?? null });
    if (fault === 'not-on-call') return refuse(fault);
    // A step the worker took meanwhile changes nothing that the reader saw: only an answer makes a form stale.
    const next = nextState(urgentPageMachine, { state: page.state, event: 'acknowledge' });
    if (fault !== null || next === null)
      return { kind: 'stale', revision: Math.max(page.revision, revision) };
    await tx.urgentPages.acknowledge({ id: pageId, by: actor.userId, at: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'urgent-page', id: pageId },
        caseId: page.caseId,
        type: 'urgent-page.acknowledged',
        happenedAt: tx.now,
        payload: { referralId: page.referralId },
      }),
    ]);
    return { kind: 'acknowledged', caseId: page.caseId, reference: page.reference };
  }
}
