import { districtsOn, type AreaPack } from '#libs/config';
import { localDate, localDateTime, type DraftId, type Instant } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { MONTHS } from '../../formatting/moment.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import type { DeclinedRaw } from './declined.form';
import { DECLINED_PAGE } from './draft.copy';

export function declinedPage(
  view: {
    readonly id: DraftId;
    readonly answer: 'not-now' | 'no';
    readonly raw: DeclinedRaw;
    readonly errors: readonly FieldError[];
  },
  { pack, now }: { pack: AreaPack; now: Instant },
) {
  const { id, answer, raw, errors } = view;
  const { month, year } = localDateTime(now, pack.timezone);
  const path = `/referrals/drafts/${id}`;
  return {
    ...DECLINED_PAGE,
    lead: DECLINED_PAGE.lead[answer],
    month: DECLINED_PAGE.month(`${MONTHS[month - 1]} ${year}`),
    raw,
    errors,
    wrong: wrongFields(errors),
    districts: [
      { value: '', text: DECLINED_PAGE.noDistrict },
      ...districtsOn(pack.districts, localDate(now, pack.timezone)).map(({ code, name }) => ({
        value: code,
        text: name,
      })),
    ],
    asksWhen: answer === 'not-now',
    action: `${path}/declined`,
    backHref: `${path}/agreement`,
  };
}
