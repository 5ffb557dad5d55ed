import { endCase } from '../cases/end-case';
import { moveReferral } from '../redirects/move-referral';
import type { CaseRecord, Transaction } from '../ports';

/**
 * Closes one of two locked cases that tell of one report. Danger said on either stays with the case that goes on, and
 * whoever referred is told of the one contact task what they would be told of their own, and nothing of the other (P7).
 * False when the referral is in no state for it, and then nothing changed.
 */
export async function endDuplicate(
  tx: Transaction,
  { keep, close }: { readonly keep: CaseRecord; readonly close: CaseRecord },
): Promise<boolean> {
  const { referralId } = close;
  if (!(await moveReferral(tx, { referralId, event: 'decide-same-report' }))) return false;
  await endCase(tx, { caseFile: close, reason: 'duplicate' });
  await tx.cases.save({ ...keep, danger: keep.danger || close.danger });
  const kept = await tx.referrals.find(keep.referralId);
  if (kept !== null) await tx.referrals.giveFeedback({ id: referralId, feedback: kept.feedback });
  return true;
}
