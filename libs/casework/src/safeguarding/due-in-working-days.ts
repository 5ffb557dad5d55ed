import { calendarOf, SAFEGUARDING_POLICY, workingDayDue, type Instant } from '#libs/domain';
import type { Transaction } from '../ports';

/** Close of service this many working days on from now, or from `start`, by the calendar in force. */
export async function dueInWorkingDays(
  tx: Transaction,
  days: number,
  start: Instant = tx.now,
): Promise<Instant> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  const built = calendarOf(hours);
  const question = { start, days, reading: 'A', closesAt: SAFEGUARDING_POLICY.closesAt } as const;
  const due = built.kind === 'built' ? workingDayDue(built.calendar, question) : null;
  if (due?.kind !== 'due') throw new Error('the calendar in force has no next working day');
  return due.at;
}
