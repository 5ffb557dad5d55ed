import type { Transaction } from '../ports';

/** The time zone of the desk, in which days are counted. */
export async function deskTimezone(tx: Transaction): Promise<string> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  return hours.timezone;
}
