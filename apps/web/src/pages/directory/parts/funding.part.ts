import { COMMISSIONERS, SUPPORT_STAGES, type FundingRow } from '#libs/domain';
import { choicesOf } from '../form-sheet';
import { FORM } from '../service-form.copy';
import { dateNames, dateRaw, typedDate } from '../typed-date';
import { COMMISSIONER_WORDS, STAGE_WORDS } from '../words.copy';
import { datesOf } from './row-dates';
import type { RowPart } from './row-part';
import { textOf } from './service-part';

export const fundingPart: RowPart<FundingRow> = {
  single: ['commissioner', 'funder', 'fundedStage', ...dateNames('from'), ...dateNames('to')],
  lists: [],

  rowsOf: ({ funding }) => funding,
  put: (funding) => ({ funding }),

  rawOf: (row, service) => ({
    text: {
      commissioner: row?.commissioner ?? '',
      funder: row?.name ?? '',
      fundedStage: row?.stage ?? service.stage,
      ...dateRaw('from', row?.from ?? null),
      ...dateRaw('to', row?.to ?? null),
    },
    ticks: {},
  }),

  read(raw) {
    const commissioner = COMMISSIONERS.find((code) => code === raw.text['commissioner']);
    const stage = SUPPORT_STAGES.find((code) => code === raw.text['fundedStage']);
    const name = textOf(raw, 'funder');
    const dates = datesOf(typedDate(raw, 'from'), typedDate(raw, 'to'));
    const errors = [
      ...(commissioner === undefined ? [{ field: 'commissioner', message: FORM.commissionerMissing }] : []),
      ...(name === '' ? [{ field: 'funder', message: FORM.funderMissing }] : []),
      ...(stage === undefined ? [{ field: 'fundedStage', message: FORM.stageMissing }] : []),
      ...dates.errors,
    ];
    if (errors.length > 0 || commissioner === undefined || stage === undefined)
      return { kind: 'wrong', errors };
    return { kind: 'read', row: { commissioner, name, stage, from: dates.from, to: dates.to } };
  },

  fields: (sheet) => [
    sheet.select('commissioner', { label: FORM.commissioner }, choicesOf(COMMISSIONER_WORDS)),
    sheet.line('funder', { label: FORM.funder, hint: FORM.funderHint }),
    sheet.select('fundedStage', { label: FORM.fundedStage }, choicesOf(STAGE_WORDS)),
    sheet.date('from', { label: FORM.paysFrom, hint: FORM.dateHint }),
    sheet.date('to', { label: FORM.paysTo, hint: FORM.paysToHint }),
  ],
};
