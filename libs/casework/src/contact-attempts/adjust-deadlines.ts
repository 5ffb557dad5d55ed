import { computeAdjustedDue, type Deadline, type ExceptionSpan } from '#libs/domain';
import type { Transaction } from '../ports';

/** Works the adjusted instant of each deadline out anew from its ledger row and all exceptions of the case. */
export async function adjustDeadlines(
  tx: Transaction,
  { deadlines, exceptions }: { deadlines: readonly Deadline[]; exceptions: readonly ExceptionSpan[] },
): Promise<readonly Deadline[]> {
  const adjusted: Deadline[] = [];
  for (const deadline of deadlines) {
    const { inputs } = await tx.deadlines.versionInForce(deadline);
    const { hours } = await tx.policies.calendarVersion({
      id: inputs.calendarId,
      version: inputs.calendarVersion,
    });
    const due = computeAdjustedDue({ ...inputs, hours }, exceptions);
    const adjustedDueAt = due.kind === 'due' && due.at !== deadline.dueAt ? due.at : null;
    if (adjustedDueAt !== deadline.adjustedDueAt) adjusted.push({ ...deadline, adjustedDueAt });
  }
  await tx.deadlines.save(adjusted);
  return adjusted;
}
