import type { OfferId } from '#libs/casework';
import type { DeclinedAnswer } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/** One offer to make again: where and when it was declined, and nothing of whom. */
export interface OfferToAskAgain {
  readonly offerId: OfferId;
  readonly answer: DeclinedAnswer;
  readonly district: string | null;
  /** First day of the month in which it was declined. */
  readonly monthOn: string;
  readonly askAgainOn: string;
}

/** Where a page of offers ends. */
export type OfferCursor = Pick<OfferToAskAgain, 'askAgainOn' | 'offerId'>;

/** The team's offers that somebody should make again, the earliest day first. No other team's are seen. */
export async function offersToAskAgain(
  manager: EntityManager,
  { limit = 200, after = null }: { limit?: number; after?: OfferCursor | null } = {},
): Promise<readonly OfferToAskAgain[]> {
  return manager.query<OfferToAskAgain[]>(
    `select offer_id as "offerId", answer, district, month_on::text as "monthOn", ask_again_on::text as "askAgainOn"
     from app.declined_offer where ask_again_on is not null and asked_again_on is null
       and ($2::uuid is null or (ask_again_on, offer_id) > ($3::date, $2::uuid))
     order by ask_again_on, offer_id limit $1`,
    [limit, after?.offerId ?? null, after?.askAgainOn ?? null],
  );
}
