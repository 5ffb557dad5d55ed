import { readDate } from '../../typed-moments/typed-moment';
import { readHours } from '../typed-hours';
import { DATES } from './part.copy';
import { choicesOf, codeIn, invalid, textOf, type PartForm } from './part-form';

/** Hours of one date: a school holiday, a day off, a day on which somebody is at home. */
export const DATES_FORM: PartForm = {
  title: DATES.title,
  intro: DATES.intro,
  single: ['dateDay', 'dateMonth', 'dateYear', 'kind', 'hours'],
  refusedAt: 'dateDay',
  fields: () => [
    { kind: 'date', name: 'date', label: DATES.date, hint: DATES.dateHint },
    { kind: 'choice', name: 'kind', label: DATES.kind, items: choicesOf(DATES.kinds) },
    { kind: 'text', name: 'hours', label: DATES.hours, hint: DATES.hoursHint },
  ],
  opening: () => ({ dateDay: '', dateMonth: '', dateYear: '', kind: '', hours: '' }),
  read: (raw) => {
    const typed = {
      day: textOf(raw, 'dateDay'),
      month: textOf(raw, 'dateMonth'),
      year: textOf(raw, 'dateYear'),
    };
    const date = readDate(typed);
    const kind = codeIn(raw, 'kind', ['open', 'never']);
    const spans = readHours(textOf(raw, 'hours'));
    const errors = [
      ...(date === undefined ? [['dateDay', DATES.errors.date] as const] : []),
      ...(kind === undefined ? [['kind', DATES.errors.kind] as const] : []),
      ...(spans === undefined || spans.length === 0 ? [['hours', DATES.errors.hours] as const] : []),
    ];
    if (date === undefined || kind === undefined || spans === undefined || errors.length > 0) {
      return invalid(...errors);
    }
    return { kind: 'valid', change: { part: 'add-date', exception: { date, kind, spans } } };
  },
};
