import { factsOf, feedbackOf, type ContactState, type SafeContactCard } from '#libs/domain';
import type { AttemptRecord, CaseRecord, Transaction } from '../ports';
import type { Settled } from '../deadlines';
import { withdrawNeedlessTasks } from '../police-tasks/keep-police-tasks';

/** Saves where a settled case stands and what its referrer may know: the last step of every act on contact. */
export async function standAfterAttempts(
  tx: Transaction,
  options: {
    caseFile: CaseRecord;
    contactState: ContactState;
    attempts: readonly AttemptRecord[];
    settled: Settled;
    card: SafeContactCard;
    /** A way to call the person has just come: what the police were asked for is not needed any more. */
    routeAdded?: boolean;
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
  await withdrawNeedlessTasks(tx, { caseFile: saved, routeAdded: options.routeAdded ?? false });
  return saved;
}
