import {
  callable,
  contactMachine,
  factsOf,
  feedbackOf,
  nextState,
  type ContactEvent,
  type SafeContactCard,
} from '#libs/domain';
import { settleCase } from '../deadlines';
import { withdrawNeedlessTasks } from '../police-tasks/keep-police-tasks';
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
  const mayBeCalled = card.routes.some(callable);
  const state = caseFile.contactState;
  const event = options.event ?? eventOf(caseFile, mayBeCalled);
  const contactState = event === null ? state : (nextState(contactMachine, { state, event }) ?? state);
  const deadlines = await tx.deadlines.lockOfCase(caseFile.id);
  const attempts = await tx.attempts.ofCase(caseFile.id);
  const settled = await settleCase(tx, { caseFile, deadlines, attempts, card });
  const saved = await tx.cases.save({ ...caseFile, ...settled.standing, contactState });
  const everReached = factsOf(attempts)['first-safe-reach'] !== undefined;
  const feedback = feedbackOf({
    state: contactState,
    attempts: attempts.length,
    everReached,
    routes: card.routes,
  });
  // "We need a new number" would be the wrong thing to tell an officer who has said that no contact is wanted.
  const unwanted = contactState === 'not-wanted' && !everReached;
  await tx.referrals.giveFeedback({ id: caseFile.referralId, feedback: unwanted ? 'received' : feedback });
  await withdrawNeedlessTasks(tx, { caseFile: saved, routeAdded: mayBeCalled });
  return saved;
}

/** Whoever was being called and now cannot be is without a safe route; a case that is held for safety stays so. */
function eventOf({ contactState }: CaseRecord, mayBeCalled: boolean): ContactEvent | null {
  if (mayBeCalled) return 'find-safe-route';
  return contactState === 'ready' || contactState === 'attempting' ? 'find-no-safe-route' : null;
}
