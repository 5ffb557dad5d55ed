import type { OpeningHours } from '#libs/domain';
import { WEEKDAYS } from '../../../formatting/moment.copy';
import { DAYS, readWeek, weekField, weekRaw } from '../../calendars/weekly-hours';
import { FORM } from '../service-form.copy';
import { wrongOr, type ServicePart } from './service-part';

const WEEK = DAYS.map((day) => weekField('hours', day));

/** A day that is open from midnight to midnight reads "all day": nobody types the two midnights. */
function shown(raw: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, value === 'midnight to midnight' ? 'all day' : value]),
  );
}

export const openingPart: ServicePart = {
  single: [...WEEK, 'bankHolidays'],
  lists: [],

  rawOf: ({ opening }) => ({
    text: {
      ...shown(weekRaw('hours', opening)),
      bankHolidays: opening.holidays.length > 0 ? 'closed' : 'open',
    },
    ticks: {},
  }),

  read(raw, service, { bankHolidays }) {
    const { hours, errors } = readWeek('hours', raw.text, service.opening);
    const empty = errors.length === 0 && Object.keys(hours.schedule).length === 0;
    const wrong = empty ? [{ field: WEEK[0] ?? 'hoursMon', message: FORM.neverOpen }] : errors;
    const { timezone, schedule, dateOverrides } = hours;
    const holidays = raw.text['bankHolidays'] === 'open' ? { holidays: [] } : bankHolidays;
    const opening: OpeningHours = {
      timezone,
      schedule,
      ...holidays,
      ...(dateOverrides === undefined ? {} : { dateOverrides }),
    };
    return wrongOr(wrong, () => ({ opening }));
  },

  fields: (sheet, { timezone }) => [
    ...DAYS.map((day, index) =>
      sheet.line(weekField('hours', day), {
        label: WEEKDAYS[day],
        width: '20',
        ...(index === 0 ? { hint: FORM.hoursHint(timezone) } : {}),
      }),
    ),
    sheet.radios('bankHolidays', { label: FORM.bankHolidays }, FORM.bankHolidayChoices),
  ],
};
