import type { CalendarChange } from '#libs/casework';
import type { OpeningHours } from '#libs/domain';
import { readFields } from '../../request-reading/read-fields';
import { ENDING, endDraft, type DraftForm, type EndingRaw } from '../change-proposals/draft.form';
import { daysInWords } from '../policies/opening-words';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { readSpecialDays } from './day-lines';
import { DAYS, readWeek, weekField, weekRaw } from './weekly-hours';

export type HoursRaw = EndingRaw & Readonly<Record<string, string>>;

export interface CalendarBase {
  readonly id: string;
  readonly version: number;
  readonly hours: OpeningHours;
  /** In the calendar's zone. */
  readonly today: string;
}

const SINGLE = [...DAYS.map((day) => weekField('hours', day)), 'special', ...ENDING, 'step'];

export function hoursRawOf({ hours, today }: CalendarBase): HoursRaw {
  return {
    ...weekRaw('hours', hours),
    special: daysInWords(hours, today).join('\n'),
    reason: '',
    ...momentBlank('from'),
  };
}

/** Special days that are over stay in the calendar; those ahead are what was typed. */
export function readHours(body: unknown, base: CalendarBase, timezone: string): DraftForm<HoursRaw> {
  const { raw: all, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const { step = '', ...rest } = all as Readonly<Record<string, string>>;
  const raw = rest as HoursRaw;
  const week = readWeek('hours', raw, base.hours);
  const special = readSpecialDays(raw['special'] ?? '', 'special');
  const errors = [...unclean, ...week.errors, ...special.errors];
  return endDraft({ raw, idempotencyKey, step, errors, timezone }, (ending) => {
    const past = Object.entries(base.hours.dateOverrides ?? {}).filter(([date]) => date < base.today);
    const dateOverrides = { ...Object.fromEntries(past), ...special.days };
    const none = base.hours.dateOverrides === undefined && Object.keys(dateOverrides).length === 0;
    const body: CalendarChange = {
      change: 'hours',
      hours: none ? week.hours : { ...week.hours, dateOverrides },
      addedHolidays: [],
    };
    return { kind: 'calendar', subject: base.id, basedOnVersion: base.version, body, ...ending };
  });
}
