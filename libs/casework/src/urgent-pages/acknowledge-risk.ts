import { event, mayActOn, type ReferralId, type StaffActor } from '#libs/domain';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { NOT_FOUND, type NotFound } from '../outcome';

export type AcknowledgeRiskOutcome =
  { readonly kind: 'acknowledged'; readonly referralId: ReferralId } | NotFound;

/**
 * The referrer says "I still hold the risk": nobody was on call, or nobody has answered yet. Said twice it is said
 * once, by whoever of the team said it first.
 */
export class AcknowledgeRisk {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    referralId: ReferralId,
    repeatable: Repeatable,
  ): Promise<Once<AcknowledgeRiskOutcome>> {
    return this.unitOfWork.once<AcknowledgeRiskOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'acknowledged' },
      (tx) => this.acknowledge(tx, actor, referralId),
    );
  }

  private async acknowledge(
    tx: Transaction,
    actor: StaffActor,
    referralId: ReferralId,
  ): Promise<AcknowledgeRiskOutcome> {
    const referral = await tx.referrals.find(referralId);
    if (referral === null || !mayActOn(actor, 'acknowledge-risk', referral)) return NOT_FOUND;
    const page = await tx.urgentPages.ofReferral(referralId);
    if (page === null) return NOT_FOUND;
    if (await tx.urgentPages.riskAcknowledged(page.id)) return { kind: 'acknowledged', referralId };
    await tx.urgentPages.acknowledgeRisk({ page, by: actor.userId, at: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'referral', id: referralId },
        caseId: page.caseId,
        type: 'urgent-page.risk-acknowledged',
        happenedAt: tx.now,
        payload: { pageId: page.id },
      }),
    ]);
    return { kind: 'acknowledged', referralId };
  }
}
