import { applyCard } from '../safe-contact/apply-card';
import type { CaseRecord, Transaction } from '../ports';

/** Nobody is to be called, so no promised call is left; the clocks run on and the case keeps its owner. */
export async function holdCase(tx: Transaction, caseFile: CaseRecord): Promise<void> {
  const promised = await tx.callBacks.openOf(caseFile.id);
  if (promised !== null) {
    await tx.callBacks.end({ id: promised.id, ended: 'stopped', endedAt: tx.now, byAttempt: null });
  }
  const card = await tx.safeContact.cardOf(caseFile.personId);
  await applyCard(tx, { caseFile, card, event: 'find-no-safe-route' });
}
