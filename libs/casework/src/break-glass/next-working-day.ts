import { calendarOf, workingDayDue, type Instant } from '#libs/domain';
import type { Transaction } from '../ports';

/** The end of the next working day: by when a second person looks at what happened. */
export async function nextWorkingDay(tx: Transaction): Promise<Instant> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  const built = calendarOf(hours);
  const question = { start: tx.now, days: 1, reading: 'A', closesAt: '17:00' } as const;
  const due = built.kind === 'built' ? workingDayDue(built.calendar, question) : null;
  if (due?.kind !== 'due') throw new Error('the calendar in force has no next working day');
  return due.at;
}
