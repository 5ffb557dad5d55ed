import type { CalendarChange } from '#libs/casework';
import { readFields } from '../../request-reading/read-fields';
import { ENDING, endDraft, type DraftForm, type EndingRaw } from '../change-proposals/draft.form';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { readDate } from '../typed-moments/typed-moment';
import { HOLIDAYS_FORM } from './calendars.copy';
import { readDates } from './day-lines';
import type { CalendarBase } from './hours.form';

export type HolidaysRaw = EndingRaw & Readonly<Record<string, string>>;

const SINGLE = ['dates', 'untilDay', 'untilMonth', 'untilYear', ...ENDING, 'step'];

export function holidaysRawOf({ hours }: CalendarBase): HolidaysRaw {
  const [year = '', month = '', day = ''] = (hours.knownUntil ?? '').split('-');
  return {
    dates: '',
    untilDay: day === '' ? '' : String(Number(day)),
    untilMonth: month === '' ? '' : String(Number(month)),
    untilYear: year,
    reason: 'holiday-proclaimed',
    ...momentBlank('from'),
  };
}

export function readHolidays(body: unknown, base: CalendarBase, timezone: string): DraftForm<HolidaysRaw> {
  const { raw: all, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const { step = '', ...rest } = all as Readonly<Record<string, string>>;
  const raw = rest as HolidaysRaw;
  const { dates, errors: wrongDates } = readDates(raw['dates'] ?? '', 'dates');
  const [day = '', month = '', year = ''] = ['untilDay', 'untilMonth', 'untilYear'].map((name) =>
    raw[name]?.trim(),
  );
  const empty = day === '' && month === '' && year === '';
  const until = empty ? base.hours.knownUntil : readDate({ day, month, year });
  const wrongUntil =
    !empty && until === undefined ? [{ field: 'untilDay', message: HOLIDAYS_FORM.badUntil }] : [];
  const errors = [...unclean, ...wrongDates, ...wrongUntil];
  return endDraft({ raw, idempotencyKey, step, errors, timezone }, (ending) => {
    const holidays = [...new Set([...base.hours.holidays, ...dates])].toSorted();
    const change: CalendarChange = {
      change: 'holidays',
      hours: { ...base.hours, holidays, ...(until === undefined ? {} : { knownUntil: until }) },
      addedHolidays: dates,
    };
    return { kind: 'calendar', subject: base.id, basedOnVersion: base.version, body: change, ...ending };
  });
}
