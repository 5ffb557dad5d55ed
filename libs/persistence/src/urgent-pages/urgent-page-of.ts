import type { Instant, PageReason, PageState, ReferralId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';

/** All that a referrer learns of an urgent page: whether a role was paged and when it answered, and nobody's name. */
export interface UrgentPageOfReferral {
  readonly raisedAt: Instant;
  readonly reasons: readonly PageReason[];
  /** False: nobody was on call, so the referrer still holds the risk. */
  readonly somebodyOnCall: boolean;
  readonly state: PageState;
  readonly acknowledgedAt: Instant | null;
  /** When the referrer's team said that they hold the risk; null until they have. */
  readonly riskAcknowledgedAt: Instant | null;
}

/**
 * The page a referral raised; null for a referral that raised none, or that this reader may not see. That it was
 * settled is told only with "reached": otherwise it would say that the case ended, and so where the person went (P7).
 */
export async function urgentPageOf(
  manager: EntityManager,
  referralId: ReferralId,
): Promise<UrgentPageOfReferral | null> {
  const [row] = await manager.query<RawPage[]>(
    `select p.raised_at, p.reasons, p.paged_user_id is not null as somebody_on_call, p.acknowledged_at,
       case when p.state = 'settled' and r.feedback <> 'reached' then 'open' else p.state end as state,
       k.acknowledged_at as risk_acknowledged_at
     from app.urgent_page p join app.referral r using (referral_id) left join app.urgent_page_risk k using (page_id)
     where p.referral_id = $1 and p.about = 'referral'`,
    [referralId],
  );
  if (!row) return null;
  return {
    raisedAt: instantOf(row.raised_at),
    reasons: row.reasons,
    somebodyOnCall: row.somebody_on_call,
    state: row.state,
    acknowledgedAt: maybeInstantOf(row.acknowledged_at),
    riskAcknowledgedAt: maybeInstantOf(row.risk_acknowledged_at),
  };
}

interface RawPage {
  readonly raised_at: Date;
  readonly reasons: readonly PageReason[];
  readonly somebody_on_call: boolean;
  readonly state: PageState;
  readonly acknowledged_at: Date | null;
  readonly risk_acknowledged_at: Date | null;
}
