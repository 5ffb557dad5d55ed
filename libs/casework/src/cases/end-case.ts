import { closeDeadline, contactMachine, event, momentOfAct, nextState, type Instant } from '#libs/domain';
import { recordBreaches } from '../deadlines';
import { withdrawOpenOffer } from '../handovers/move-ownership';
import { withdrawNeedlessTasks } from '../police-tasks';
import type { CaseRecord, Transaction } from '../ports';
import { lapseRequestsOfCase } from '../service-requests/lapse-requests';

/**
 * Closes a locked case whose first contact is nobody's here any more. Clocks with time left are cancelled with the
 * reason; those that have run out are misses and stay misses, but alert nobody again (P4). What the police were asked
 * for is asked no more, an offer to a colleague is taken back, a call that was promised is promised no more, and what no
 * service has accepted is asked of it no more.
 */
export async function endCase(
  tx: Transaction,
  { caseFile, reason }: { caseFile: CaseRecord; reason: string },
): Promise<void> {
  const contactState = nextState(contactMachine, { state: caseFile.contactState, event: 'close' });
  if (contactState === null) throw new Error(`a case that is ${caseFile.contactState} cannot close`);
  const deadlines = await tx.deadlines.lockOfCase(caseFile.id);
  const now = momentOfAct(tx.now, deadlines);
  const steps = deadlines.map((deadline) => closeDeadline(deadline, { reason, now }));
  await tx.deadlines.save(steps.map(({ deadline }) => deadline));
  const events = await recordBreaches(tx, { steps, via: 'act' });
  await tx.alerts.settle(deadlines.map(({ id }) => id));
  await withdrawOpenOffer(tx, caseFile, tx.actor.kind === 'staff' ? tx.actor.userId : null);
  await tx.cases.save({
    ...caseFile,
    contactState,
    actByAt: null,
    actBySafe: true,
    nextDueAt: null,
    closedAt: now,
  });
  await endPromisedCall(tx, { caseId: caseFile.id, now });
  await lapseRequestsOfCase(tx, { caseFile, reason });
  await withdrawNeedlessTasks(tx, { caseFile: { id: caseFile.id, contactState }, routeAdded: false });
  await tx.journal.append([
    ...events,
    event({
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      type: 'case.closed',
      happenedAt: now,
      reason,
    }),
  ]);
}

async function endPromisedCall(
  tx: Transaction,
  { caseId, now }: { caseId: CaseRecord['id']; now: Instant },
): Promise<void> {
  const open = await tx.callBacks.openOf(caseId);
  if (open === null) return;
  await tx.callBacks.end({ id: open.id, ended: 'case-closed', endedAt: now, byAttempt: null });
}
