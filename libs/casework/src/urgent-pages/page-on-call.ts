import {
  event,
  pageReasonsOf,
  type AgencyId,
  type CaseId,
  type Danger,
  type PageReason,
  type ReferralId,
  type TeamId,
  type UrgentPageId,
} from '#libs/domain';
import type { Ids, Transaction, UrgentPageRecord } from '../ports';

export interface PageRequest {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly dangers: readonly Danger[];
  /** The desk that handles the case: its agency and the team whose rota says who is on call. */
  readonly desk: { readonly agencyId: AgencyId; readonly teamId: TeamId };
}

interface PageRaised extends Omit<PageRequest, 'dangers'> {
  readonly reasons: readonly PageReason[];
  readonly about: UrgentPageRecord['about'];
  readonly aboutId: string | null;
}

/**
 * Raises an urgent page when a referral's dangers cannot wait, in the referral's own transaction, by day and by
 * night. The worker takes the first step at once. With nobody on call the page stands without a recipient: the
 * referrer keeps the risk and is told so.
 */
export async function pageOnCall(
  tx: Transaction,
  { ids, page }: { readonly ids: Ids; readonly page: PageRequest },
): Promise<void> {
  const reasons = pageReasonsOf(page.dangers);
  if (reasons.length === 0) return;
  await raisePage(tx, { ids, page: { ...page, reasons, about: 'referral', aboutId: null } });
}

/** Raises one page, whatever it is about: the worker takes its first step at once. */
export async function raisePage(
  tx: Transaction,
  { ids, page }: { readonly ids: Ids; readonly page: PageRaised },
): Promise<void> {
  const { referralId, caseId, reference, desk, reasons, about, aboutId } = page;
  const shift = await tx.onCall.onCallAt({ teamId: desk.teamId, at: tx.now });
  const policy = await tx.urgentPages.policyAt(tx.now);
  const id = ids.next<UrgentPageId>();
  await tx.urgentPages.insert({
    id,
    referralId,
    caseId,
    about,
    aboutId,
    handlingAgencyId: desk.agencyId,
    teamId: desk.teamId,
    reference,
    reasons,
    raisedAt: tx.now,
    pagedUserId: shift?.userId ?? null,
    policyVersion: policy.version,
    state: 'open',
    nextStepAt: tx.now,
    acknowledgedBy: null,
    acknowledgedAt: null,
    revision: 1,
  });
  await tx.journal.append([
    event({
      subject: { kind: 'urgent-page', id },
      caseId,
      type: 'urgent-page.raised',
      happenedAt: tx.now,
      payload: { referralId, reasons, pagedUserId: shift?.userId ?? null, policyVersion: policy.version },
    }),
  ]);
}
