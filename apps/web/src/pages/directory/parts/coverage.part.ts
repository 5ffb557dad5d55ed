import { COVERAGE_BASES, EVIDENCE, type CoverageRow } from '#libs/domain';
import { choicesOf } from '../form-sheet';
import { FORM } from '../service-form.copy';
import { dateNames, dateRaw, typedDate } from '../typed-date';
import { BASIS_WORDS, EVIDENCE_WORDS } from '../words.copy';
import type { RowPart } from './row-part';
import { datesOf } from './row-dates';
import { textOf } from './service-part';

export const coveragePart: RowPart<CoverageRow> = {
  single: ['district', ...dateNames('from'), ...dateNames('to'), 'evidence', 'basis'],
  lists: [],

  rowsOf: ({ coverage }) => coverage,
  put: (coverage) => ({ coverage }),

  rawOf: (row) => ({
    text: {
      district: row?.district ?? '',
      ...dateRaw('from', row?.from ?? null),
      ...dateRaw('to', row?.to ?? null),
      evidence: row?.evidence ?? '',
      basis: basisShown(row?.basis ?? ''),
    },
    ticks: {},
  }),

  read(raw, { districts }) {
    const district = districts.find(({ value }) => value === raw.text['district'])?.value;
    const evidence = EVIDENCE.find((code) => code === raw.text['evidence']);
    const basis = textOf(raw, 'basis');
    const dates = datesOf(typedDate(raw, 'from'), typedDate(raw, 'to'));
    const errors = [
      ...(district === undefined ? [{ field: 'district', message: FORM.districtMissing }] : []),
      ...dates.errors,
      ...(evidence === undefined ? [{ field: 'evidence', message: FORM.evidenceMissing }] : []),
      ...(basis === '' ? [{ field: 'basis', message: FORM.basisMissing }] : []),
    ];
    if (errors.length > 0 || district === undefined || evidence === undefined)
      return { kind: 'wrong', errors };
    const { from, to } = dates;
    return { kind: 'read', row: { district, from, to, evidence, basis } };
  },

  fields: (sheet, { districts }) => [
    sheet.select('district', { label: FORM.district }, districts),
    sheet.date('from', { label: FORM.coverFrom, hint: FORM.dateHint }),
    sheet.date('to', { label: FORM.coverTo, hint: FORM.coverToHint }),
    sheet.radios('evidence', { label: FORM.evidence }, choicesOf(EVIDENCE_WORDS)),
    sheet.area('basis', { label: FORM.basis, hint: FORM.basisHint }),
  ],
};

/** What somebody confirmed by is a code; a form shows its words. */
function basisShown(basis: string): string {
  const code = COVERAGE_BASES.find((each) => each === basis);
  return code === undefined ? basis : BASIS_WORDS[code];
}
