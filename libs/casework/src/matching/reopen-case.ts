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
import { moveReferral } from '../redirects/move-referral';
import type { AttemptRecord, CaseRecord, Transaction } from '../ports';

/**
 * Opens a locked case again that was closed by mistake. Its clocks run to the instants they always had, what was tried
 * on it stands, and where contact is follows from the card and the attempts.
 */
export async function reopenCase(
  tx: Transaction,
  { caseFile, reason }: { caseFile: CaseRecord; reason: string },
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
    card.routes.some(callable) ? 'find-safe-route' : 'find-no-safe-route',
    ...tried.map(({ outcome, rung }) => contactEventOf(outcome, rung)),
  ];
  return events.reduce((state, next) => nextState(contactMachine, { state, event: next }) ?? state, closed);
}
