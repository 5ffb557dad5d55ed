import { ApiProperty } from '@nestjs/swagger';
import { DECLINED_ANSWERS, mayDo, type StaffActor } from '#libs/domain';
import type { OfferToAskAgain } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, IdProperty, TextProperty } from '../openapi/properties';

const DATE = { type: String, format: 'date', example: '2026-10-01' };

/** An offer of a call that was declined: where and when, and nothing of whom. */
export class OfferToAskAgainView {
  @IdProperty('The declined offer.')
  id: string;

  @CodeProperty(DECLINED_ANSWERS, 'What the person said.')
  answer: string;

  @TextProperty('Home district; null when it was not said.', 'E07999999', { nullable: true })
  district: string | null;

  @ApiProperty({ ...DATE, description: 'First day of the month in which it was declined.' })
  monthOn: string;

  @ApiProperty({ ...DATE, description: 'The day on which the person wants to be asked again.' })
  askAgainOn: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class OffersToAskAgainView {
  @ApiProperty({ type: [OfferToAskAgainView], description: 'The earliest day first.' })
  items: OfferToAskAgainView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class OfferDeclinedView {
  @IdProperty('The declined offer.')
  id: string;
}

export function offerView(offer: OfferToAskAgain, actor: StaffActor): OfferToAskAgainView {
  const { offerId: id, answer, district, monthOn, askAgainOn } = offer;
  return {
    id,
    answer,
    district,
    monthOn,
    askAgainOn,
    availableActions: availableOf([
      {
        action: 'asked-again',
        method: 'POST',
        href: `/api/v1/declined-offers/${id}/asked-again`,
        may: mayDo(actor, 'see-ask-again'),
      },
    ]),
  };
}
