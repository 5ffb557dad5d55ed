import { knownAt, type Deadline } from '#libs/domain';
import { askForCheck } from '../contact-attempts';
import type { AttemptRecord, CaseRecord, Ids, Transaction } from '../ports';

/**
 * Under a corrected start an attempt that needed nobody may turn out to have been typed in after the deadline. It
 * then waits for a second person like any late entry, so that somebody can confirm it (P4).
 */
export async function claimLateEntries(
  tx: Transaction,
  options: {
    ids: Ids;
    caseFile: CaseRecord;
    deadlines: readonly Deadline[];
    attempts: readonly AttemptRecord[];
  },
): Promise<readonly AttemptRecord[]> {
  const { ids, caseFile, deadlines, attempts } = options;
  const isLate = (attempt: AttemptRecord): boolean => {
    const knownFrom = knownAt(attempt, 'first-conversation');
    return (
      attempt.confirmation === 'not-needed' &&
      deadlines.some(({ dueAt }) => attempt.happenedAt <= dueAt && dueAt < knownFrom)
    );
  };
  for (const attempt of attempts.filter(isLate)) {
    await tx.attempts.setConfirmation({ id: attempt.id, confirmation: 'waiting' });
    await askForCheck(tx, { id: ids.next(), attempt, caseFile });
  }
  return attempts.map((attempt) => (isLate(attempt) ? { ...attempt, confirmation: 'waiting' } : attempt));
}
