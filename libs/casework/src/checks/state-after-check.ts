import {
  callable,
  contactMachine,
  nextState,
  stateWithout,
  type AttemptId,
  type ContactState,
  type SafeContactCard,
} from '#libs/domain';
import { IDENTITY_TOLD_LATE } from '../contact-attempts';
import type { AttemptRecord, CaseRecord, CheckRecord, Transaction } from '../ports';

type Decision = 'confirmed' | 'declined';

/**
 * Whether what was asked can still be so: nobody signs that a person was not reached who has been since, and no clock
 * of a closed case starts anew.
 */
export function stillFits({ kind }: CheckRecord, { contactState, closedAt }: CaseRecord): boolean {
  if (kind === 'corrected-start') return closedAt === null;
  if (kind !== 'exhausted') return true;
  return (
    closedAt === null && nextState(contactMachine, { state: contactState, event: 'use-up-attempts' }) !== null
  );
}

/**
 * Marks a late entry. When only the word on who was spoken with came late and is not confirmed, the attempt goes back
 * to what it was without that word: they were reached, in time, and not spoken with.
 */
export async function settleLateEntry(
  tx: Transaction,
  { attemptId: id, reason }: Pick<CheckRecord, 'reason'> & { readonly attemptId: AttemptId },
  decision: Decision,
): Promise<void> {
  if (decision === 'declined' && reason === IDENTITY_TOLD_LATE) {
    const without = { rung: 4, identityBy: null, identityAt: null, confirmation: 'not-needed' } as const;
    return tx.attempts.setIdentity({ id, ...without });
  }
  return tx.attempts.setConfirmation({ id, confirmation: decision });
}

/** Where first contact stands after a decision: a conversation that was not confirmed no longer holds it up. */
export function stateAfterCheck(options: {
  check: CheckRecord;
  decision: Decision;
  caseFile: CaseRecord;
  attempts: readonly AttemptRecord[];
  card: SafeContactCard;
}): ContactState {
  const { check, decision, caseFile, attempts, card } = options;
  const state = caseFile.contactState;
  if (check.kind === 'exhausted' && decision === 'confirmed')
    return nextState(contactMachine, { state, event: 'use-up-attempts' }) ?? state;
  if (check.kind !== 'late-entry' || decision === 'confirmed') return state;
  const left = attempts.filter(({ confirmation }) => confirmation !== 'declined');
  const after = stateWithout(state, left);
  if (after !== 'attempting' || card.routes.some(callable)) return after;
  return nextState(contactMachine, { state: after, event: 'find-no-safe-route' }) ?? after;
}
