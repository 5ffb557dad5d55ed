import { districtsEver, districtsOn, type AreaPack } from '#libs/config';
import { DECLINED_ANSWERS, localDate, type Instant } from '#libs/domain';
import type { OfferToAskAgain } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay, timeOfDay } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { monthInWords } from '../promise/promise-words';
import { momentView } from '../typed-moments/typed-moment.page';
import { ANSWER_WORDS, ASK_AGAIN_PAGE, OFFER_PAGE } from './declined-offer.copy';
import type { OfferRaw } from './declined-offer.form';

export function offerPage(options: {
  raw: OfferRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
  pack: AreaPack;
  now: Instant;
}) {
  const { raw, errors, idempotencyKey, pack, now } = options;
  const moment = { ...raw, askAgainTime: '', askAgainWhich: '' };
  return {
    ...OFFER_PAGE,
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    answers: DECLINED_ANSWERS.map((value) => ({ value, text: ANSWER_WORDS[value] })),
    districts: [
      { value: '', text: OFFER_PAGE.noDistrict },
      ...districtsOn(pack.districts, localDate(now, pack.timezone)).map(({ code, name }) => ({
        value: code,
        text: name,
      })),
    ],
    askAgain: momentView('askAgain', { ...OFFER_PAGE.askAgain, raw: moment, errors }),
  };
}

export function askAgainPage(options: {
  offers: readonly OfferToAskAgain[];
  pack: AreaPack;
  now: Instant;
  notice: Notice | null;
}) {
  const { offers, pack, now, notice } = options;
  const { timezone } = pack;
  const districts = districtsEver(pack.districts);
  const todayOn = localDate(now, timezone);
  return {
    ...ASK_AGAIN_PAGE,
    notice,
    rows: offers.map(({ offerId, district, monthOn, askAgainOn }) => ({
      action: `/declined-offers/${offerId}/asked-again`,
      day: calendarDay(askAgainOn),
      due: askAgainOn <= todayOn,
      offered: monthInWords(monthOn),
      district: districts.find(({ code }) => code === district)?.name ?? 'Not noted',
    })),
    asAt: timeOfDay(now, timezone),
  };
}
