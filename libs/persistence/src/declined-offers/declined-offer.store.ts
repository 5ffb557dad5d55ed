import type { DeclinedOffer, DeclinedOfferStore, OfferId } from '#libs/casework';
import type { EntityManager } from 'typeorm';

export class PostgresDeclinedOfferStore implements DeclinedOfferStore {
  constructor(private readonly manager: EntityManager) {}

  async insert({
    id,
    agencyId,
    teamId,
    answer,
    district,
    monthOn,
    askAgainOn,
  }: DeclinedOffer): Promise<void> {
    await this.manager.query(
      `insert into app.declined_offer (offer_id, agency_id, team_id, answer, district, month_on, ask_again_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, agencyId, teamId, answer, district, monthOn, askAgainOn],
    );
  }

  async askedAgain({ id, on }: { id: OfferId; on: string }): Promise<boolean> {
    const [, changed] = await this.manager.query<[unknown[], number]>(
      `update app.declined_offer set asked_again_on = $2
       where offer_id = $1 and ask_again_on is not null and asked_again_on is null`,
      [id, on],
    );
    return changed > 0;
  }
}
