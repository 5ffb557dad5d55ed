import { firstCallTime, type Instant, type PoliceTask } from '#libs/domain';
import type { Transaction } from '../ports';

/**
 * The first instant at which the person can now be called safely, for the officer to pass on as the receipt would have
 * done; null when desk and safe times never meet. It is kept with the referral.
 */
export async function tellCallTime(
  tx: Transaction,
  { task, windows }: { task: PoliceTask; windows: Parameters<typeof firstCallTime>[0]['windows'] },
): Promise<Instant | null> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  const callFromAt = firstCallTime({ desk: hours, windows, now: tx.now });
  await tx.referrals.tellCallTime({ id: task.referralId, callFromAt });
  return callFromAt;
}
