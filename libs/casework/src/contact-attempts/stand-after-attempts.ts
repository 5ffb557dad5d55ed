import { factsOf, feedbackOf, type ContactState, type SafeContactCard } from '#libs/domain';
import type { AttemptRecord, CaseRecord, Transaction } from '../ports';
import type { Settled } from '../deadlines';

/** Saves where a settled case stands and what its referrer may know: the last step of every act on contact. */
export async function standAfterAttempts(
  tx: Transaction,
  options: {
    caseFile: CaseRecord;
    contactState: ContactState;
    attempts: readonly AttemptRecord[];
    settled: Settled;
    card: SafeContactCard;
  },
): Promise<CaseRecord> {
  const { caseFile, contactState, attempts, settled, card } = options;
  const saved = await tx.cases.save({
    ...caseFile,
    ...settled.standing,
    contactState,
    attempts: attempts.length,
  });
  const feedback = feedbackOf({
    state: contactState,
    attempts: attempts.length,
    everReached: factsOf(attempts)['first-safe-reach'] !== undefined,
    routes: card.routes,
  });
  await tx.referrals.giveFeedback({ id: caseFile.referralId, feedback });
  return saved;
}
