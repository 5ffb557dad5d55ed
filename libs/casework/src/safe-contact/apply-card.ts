import { callable, contactMachine, nextState, type ContactEvent, type SafeContactCard } from '#libs/domain';
import { settleCase } from '../deadlines';
import { standAfterAttempts } from '../contact-attempts/stand-after-attempts';
import type { CaseRecord, Transaction } from '../ports';

/**
 * Brings a locked case in line with a changed card: where first contact stands, its deadlines and place on the board,
 * what the referrer may know, and the questions to the police that are answered by it.
 */
export async function applyCard(
  tx: Transaction,
  options: { caseFile: CaseRecord; card: SafeContactCard; event?: ContactEvent },
): Promise<CaseRecord> {
  const { caseFile, card } = options;
  const mayBeCalled = !card.stopped && card.routes.some(callable);
  const state = caseFile.contactState;
  const event = options.event ?? eventOf(caseFile, mayBeCalled);
  const contactState = event === null ? state : (nextState(contactMachine, { state, event }) ?? state);
  const deadlines = await tx.deadlines.lockOfCase(caseFile.id);
  const attempts = await tx.attempts.ofCase(caseFile.id);
  const settled = await settleCase(tx, { caseFile, deadlines, attempts, card });
  return standAfterAttempts(tx, {
    caseFile,
    contactState,
    attempts,
    settled,
    card,
    routeAdded: mayBeCalled,
  });
}

/** Whoever was being called and now cannot be is without a safe route; a case that is held for safety stays so. */
function eventOf({ contactState }: CaseRecord, mayBeCalled: boolean): ContactEvent | null {
  if (mayBeCalled) return 'find-safe-route';
  return contactState === 'ready' || contactState === 'attempting' ? 'find-no-safe-route' : null;
}
