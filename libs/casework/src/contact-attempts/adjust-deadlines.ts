import {
  computeAdjustedDue,
  event,
  hoursUnder,
  isoOf,
  type Deadline,
  type DomainEvent,
  type ExceptionSpan,
} from '#libs/domain';
import type { Transaction } from '../ports';

/**
 * Works the adjusted instant of each deadline out anew from its ledger row and all exceptions of the case, and
 * journals those that moved. Returns all deadlines as they are now.
 */
export async function adjustDeadlines(
  tx: Transaction,
  options: { deadlines: readonly Deadline[]; exceptions: readonly ExceptionSpan[]; reason: string },
): Promise<readonly Deadline[]> {
  const { deadlines, exceptions, reason } = options;
  const after: Deadline[] = [];
  for (const deadline of deadlines) after.push(await adjust(tx, deadline, exceptions));
  const moved = after.filter((deadline, index) => deadline !== deadlines[index]);
  await tx.deadlines.save(moved);
  await tx.journal.append(moved.map((deadline) => adjustedEvent(deadline, { reason, at: tx.now })));
  return after;
}

async function adjust(
  tx: Transaction,
  deadline: Deadline,
  exceptions: readonly ExceptionSpan[],
): Promise<Deadline> {
  const { inputs } = await tx.deadlines.versionInForce(deadline);
  const calendar = await tx.policies.calendarVersion({
    id: inputs.calendarId,
    version: inputs.calendarVersion,
  });
  const hours = hoursUnder(inputs, calendar.hours);
  const due = computeAdjustedDue({ ...inputs, hours }, exceptions);
  const adjustedDueAt = due.kind === 'due' && due.at !== deadline.dueAt ? due.at : null;
  return adjustedDueAt === deadline.adjustedDueAt ? deadline : { ...deadline, adjustedDueAt };
}

function adjustedEvent(
  deadline: Deadline,
  { reason, at }: { reason: string; at: DomainEvent['happenedAt'] },
): DomainEvent {
  const { id, caseId, limb, adjustedDueAt } = deadline;
  return event({
    subject: { kind: 'deadline', id },
    caseId,
    type: 'deadline.adjusted',
    happenedAt: at,
    reason,
    payload: { limb, adjustedDueAt: adjustedDueAt === null ? null : isoOf(adjustedDueAt) },
  });
}
