import { CLOSURE_REASONS, type Closure } from '#libs/domain';
import { choicesOf } from '../form-sheet';
import { FORM } from '../service-form.copy';
import { dateNames, dateRaw, typedDate } from '../typed-date';
import { CLOSURE_WORDS } from '../words.copy';
import { datesOf } from './row-dates';
import type { RowPart } from './row-part';

export const closuresPart: RowPart<Closure> = {
  single: [...dateNames('from'), ...dateNames('to'), 'why'],
  lists: [],

  rowsOf: ({ closures }) => closures,
  put: (closures) => ({ closures: closures.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }),

  rawOf: (row) => ({
    text: { ...dateRaw('from', row?.from ?? null), ...dateRaw('to', row?.to ?? null), why: row?.why ?? '' },
    ticks: {},
  }),

  read(raw) {
    const why = CLOSURE_REASONS.find((code) => code === raw.text['why']);
    const { from, to, errors: wrongDates } = datesOf(typedDate(raw, 'from'), typedDate(raw, 'to'));
    const errors = [
      ...wrongDates,
      ...(to === null && wrongDates.length === 0 ? [{ field: 'toDay', message: FORM.reopensMissing }] : []),
      ...(why === undefined ? [{ field: 'why', message: FORM.whyMissing }] : []),
    ];
    if (errors.length > 0 || to === null || why === undefined) return { kind: 'wrong', errors };
    return { kind: 'read', row: { from, to, why } };
  },

  fields: (sheet) => [
    sheet.date('from', { label: FORM.closedFrom, hint: FORM.dateHint }),
    sheet.date('to', { label: FORM.opensAgain, hint: FORM.opensAgainHint }),
    sheet.radios('why', { label: FORM.why }, choicesOf(CLOSURE_WORDS)),
  ],
};
