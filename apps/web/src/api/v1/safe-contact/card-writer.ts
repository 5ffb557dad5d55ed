import { Inject, Injectable } from '@nestjs/common';
import { ChangeCard, type CardPart, type Repeatable } from '#libs/casework';
import type { CaseId, SafeContactCard, StaffActor } from '#libs/domain';
import { CARD_REFUSALS } from '../../../pages/safe-contact/contradiction.copy';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CaseReader } from '../cases/case-reader';
import { done } from '../requests/done';
import type { CardChangedView } from './safe-contact.view';

export interface CardRequest {
  readonly id: string;
  readonly revision: number;
  readonly repeatable: Repeatable;
}

/** Writes one part of a card, said in the zone of the area. */
@Injectable()
export class CardWriter {
  constructor(
    private readonly cases: CaseReader,
    private readonly changeCard: ChangeCard,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  get timezone(): string {
    return this.settings.area.timezone;
  }

  /** The card as it is: for parts that are said one at a time and written together. */
  card(actor: StaffActor, id: string): Promise<SafeContactCard> {
    return this.cases.with(actor, id, (_, { card }) => Promise.resolve(card));
  }

  async change(
    actor: StaffActor,
    { id, revision, repeatable }: CardRequest,
    change: CardPart,
  ): Promise<CardChangedView> {
    const input = { caseId: id as CaseId, revision, change, timezone: this.timezone };
    const changed = done(await this.changeCard.execute(actor, input, repeatable), CARD_REFUSALS);
    return { caseId: changed.caseId, version: changed.version };
  }
}
