import {
  callable,
  contactEventOf,
  contactMachine,
  event,
  momentOfAct,
  nextState,
  reopenDeadline,
  soundCalendarOf,
  type ContactEvent,
  type ContactState,
  type SafeContactCard,
} from '#libs/domain';
import { standAfterAttempts } from '../contact-attempts/stand-after-attempts';
import { settleCase } from '../deadlines';
import { askAgainAfterClosing } from '../police-tasks/keep-police-tasks';
import { moveReferral } from '../redirects/move-referral';
import type { AttemptRecord, CaseRecord, Ids, Transaction } from '../ports';

/**
 * Opens a locked case again that was closed by mistake. Its clocks run to the instants they always had, what was tried
 * on it stands, where contact is follows from the card and the attempts, and what closing ended goes on: the call that
 * was promised and what the police were asked.
 */
export async function reopenCase(
  tx: Transaction,
  { ids, caseFile, reason }: { ids: Ids; caseFile: CaseRecord; reason: string },
): Promise<CaseRecord> {
  const locked = await tx.deadlines.lockOfCase(caseFile.id);
  const now = momentOfAct(tx.now, locked);
  const deadlines = [];
  const events = [];
  for (const deadline of locked) {
    const policy = await tx.policies.version({ id: deadline.policyId, version: deadline.policyVersion });
    const step = reopenDeadline(deadline, { policy, onCall: soundCalendarOf(policy.escalation.onCall), now });
    deadlines.push(step.deadline);
    events.push(...step.events);
  }
  await tx.deadlines.save(deadlines);
  await moveReferral(tx, { referralId: caseFile.referralId, event: 'unlink' });
  await tx.journal.append([
    ...events,
    event({
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      type: 'case.opened-again',
      happenedAt: now,
      reason,
    }),
  ]);
  const { id: caseId, closedAt } = caseFile;
  if (closedAt !== null) await tx.callBacks.promiseAgain({ caseId, closedAt });
  await askAgainAfterClosing(tx, { ids, caseFile });
  const card = await tx.safeContact.cardOf(caseFile.personId);
  const attempts = await tx.attempts.ofCase(caseFile.id);
  const open: CaseRecord = { ...caseFile, closedAt: null };
  const settled = await settleCase(tx, { caseFile: open, deadlines, attempts, card });
  const contactState = contactAgain(caseFile.contactState, { card, attempts });
  return standAfterAttempts(tx, { caseFile: open, contactState, attempts, settled, card });
}

/** First contact from its beginning: is there a safe way, and what came of each attempt. */
function contactAgain(
  closed: ContactState,
  { card, attempts }: { card: SafeContactCard; attempts: readonly AttemptRecord[] },
): ContactState {
  const tried = attempts.toSorted((a, b) => a.happenedAt - b.happenedAt);
  const events: readonly ContactEvent[] = [
    'reopen',
    !card.stopped && card.routes.some(callable) ? 'find-safe-route' : 'find-no-safe-route',
    ...tried.map(({ outcome, rung }) => contactEventOf(outcome, rung)),
  ];
  return events.reduce((state, next) => nextState(contactMachine, { state, event: next }) ?? state, closed);
}
