import { instantAtLocal, localDate, type Instant } from '#libs/domain';
import type { Transaction } from '../ports';

async function zoneOf(tx: Transaction): Promise<string> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  return hours.timezone;
}

/** The civil day at the desk of any instant. */
export async function dayAtDesk(tx: Transaction, at: Instant): Promise<string> {
  return localDate(at, await zoneOf(tx));
}

/** The civil day at the desk. */
export async function todayAtDesk(tx: Transaction): Promise<string> {
  return localDate(tx.now, await zoneOf(tx));
}

/** The first second of a civil day at the desk: where clocks skip midnight, the first that there is. */
export async function startOfDay(tx: Transaction, date: string): Promise<Instant> {
  const timezone = await zoneOf(tx);
  for (const time of ['00:00', '01:00', '02:00']) {
    const found = instantAtLocal({ date, time, timezone, repeated: 'earlier', missing: 'refuse' });
    if (found.kind === 'instant') return found.at;
  }
  throw new Error('a day has a beginning');
}
