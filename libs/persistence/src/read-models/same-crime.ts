import type { Instant, ReferralId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** The newest referral that the reader's own team sent with this crime number; null when there is none. */
export async function sameCrime(
  manager: EntityManager,
  mark: Buffer,
): Promise<{ readonly referralId: ReferralId; readonly reference: string; readonly sentAt: Instant } | null> {
  const [row] = await manager.query<{ referral_id: ReferralId; reference: string; submitted_at: Date }[]>(
    `select r.referral_id, r.reference, r.submitted_at
     from app.team_crime_mark m join app.referral r using (referral_id)
     where m.mark = $1 order by r.submitted_at desc limit 1`,
    [mark],
  );
  return row
    ? { referralId: row.referral_id, reference: row.reference, sentAt: instantOf(row.submitted_at) }
    : null;
}
