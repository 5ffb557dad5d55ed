import { calendarOf, workingDayDue, type Instant } from '#libs/domain';
import type { Transaction } from '../ports';

const REVIEW_WORKING_DAYS = 5;
const CLOSES_AT = '17:00';

/** By when somebody else must have looked at an override that stands from now on; null past the known bank holidays. */
export async function reviewDue(tx: Transaction): Promise<Instant | null> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  const built = calendarOf(hours);
  if (built.kind !== 'built') return null;
  const question = { start: tx.now, days: REVIEW_WORKING_DAYS, reading: 'A', closesAt: CLOSES_AT } as const;
  const due = workingDayDue(built.calendar, question);
  return due.kind === 'due' ? due.at : null;
}
