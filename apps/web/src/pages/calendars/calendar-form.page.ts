import type { FieldError } from '../../errors/problem';
import { draftEnding } from '../change-proposals/draft-ending.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { HOLIDAYS_FORM, HOURS_FORM } from './calendars.copy';
import type { HolidaysRaw } from './holidays.form';
import type { CalendarBase, HoursRaw } from './hours.form';
import { weekFields } from './week-fields';

interface Drawn<Raw> {
  readonly base: CalendarBase;
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

export function hoursPage({ base, raw, errors, idempotencyKey }: Drawn<HoursRaw>) {
  const wrong = wrongFields(errors);
  return {
    copy: HOURS_FORM,
    caption: `Calendar ${base.id}: draft version ${base.version + 1}`,
    path: `/calendars/${base.id}/hours/new`,
    week: weekFields('hours', raw, wrong),
    ending: draftEnding(raw, errors),
    raw,
    errors,
    wrong,
    idempotencyKey,
  };
}

export function holidaysPage({ base, raw, errors, idempotencyKey }: Drawn<HolidaysRaw>) {
  const wrong = wrongFields(errors);
  return {
    copy: HOLIDAYS_FORM,
    caption: `Calendar ${base.id}: draft version ${base.version + 1}`,
    path: `/calendars/${base.id}/holidays/new`,
    until: {
      prefix: 'until',
      legend: HOLIDAYS_FORM.until,
      hint: HOLIDAYS_FORM.untilHint,
      values: { day: raw['untilDay'], month: raw['untilMonth'], year: raw['untilYear'] },
      wrong,
    },
    ending: draftEnding(raw, errors),
    raw,
    errors,
    wrong,
    idempotencyKey,
  };
}
