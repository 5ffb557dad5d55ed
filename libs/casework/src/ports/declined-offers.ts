import type { AgencyId, Brand, DeclinedAnswer, TeamId } from '#libs/domain';

export type OfferId = Brand<string, 'OfferId'>;

/** An offer of a call that was not taken up, as counted for coverage: nothing of it identifies anyone. */
export interface DeclinedOffer {
  readonly id: OfferId;
  readonly agencyId: AgencyId;
  readonly teamId: TeamId | null;
  readonly answer: DeclinedAnswer;
  readonly district: string | null;
  /** First day of the month in which it was offered. */
  readonly monthOn: string;
  readonly askAgainOn: string | null;
}

export interface DeclinedOfferStore {
  insert(offer: DeclinedOffer): Promise<void>;
  /** Notes that somebody has asked again; false when there is nothing to ask again that this team may see. */
  askedAgain(change: { id: OfferId; on: string }): Promise<boolean>;
}
