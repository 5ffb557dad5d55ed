import type { UnreadableSheet } from '#libs/config';
import type { OffenceFaultKind } from '#libs/domain';

export const OFFENCES = {
  title: 'Recorded offences',
  intro:
    'Counts of offences that the police recorded, as somebody has published them. Referrals are shown beside them. A later count never overwrites an earlier one: it supersedes it, and both are kept.',
  publicOnly:
    'Only counts that anybody may read at their source belong here. A count that is not public may point at somebody.',
  nothing: 'None have been taken in yet.',
  list: 'What was taken in',
  head: {
    definition: 'What is counted',
    periods: 'Periods',
    counts: 'Counts',
    superseded: 'Of these superseded',
    source: 'Source and licence',
    taken: 'Taken in',
  },
  length: { 1: 'months', 3: 'quarters', 12: 'years' },
  periods: (first: string, last: string, length: string) =>
    first === last ? `${length} from ${first}` : `${length} from ${first} to the one from ${last}`,
  add: 'Take in counts',
  addTitle: 'Take in recorded offences',
  definition: 'What do they count?',
  choose: 'Choose',
  definitionMissing: 'Choose what they count',
  source: 'Source',
  sourceHint: 'Who published them, the name of the table and the day, so that anybody can find it.',
  sourceMissing: 'Enter the source, from 3 to 300 characters',
  licence: 'Licence',
  licenceHint: 'For example, Open Government Licence v3.0.',
  licenceMissing: 'Enter the licence, from 3 to 200 characters',
  file: 'Type or paste the counts as CSV',
  fileHint:
    'The first line is period,district,offences. Each line after it has one period, one district by name or code, and one whole number. A period is 2026-04, 2026-Q2, 2025, year ending 2026-03, or 2026-04 to 2026-06. For an ODS spreadsheet or a longer file ask whoever runs the service (waymark import-offences).',
  fileMissing: 'Type or paste the counts',
  check: 'See what would happen',
  checkedTitle: 'What would happen to these counts',
  nothingYet: 'Nothing has been changed yet.',
  counts: (added: number, superseded: number, same: number) => [
    `New: ${added}`,
    `Different from what stands here, and superseding it: ${superseded}`,
    `The same as here: ${same}`,
  ],
  take: 'Take them in',
  supersede: 'Take them in, and supersede what is different',
  nothingNew: 'There is nothing in this file that is not here already.',
  again: 'Change the counts',
  taken: { title: 'The counts are taken in', lines: [] },
  faultsTitle: 'What must be put right',
  faultsFound: 'Put these counts right: nothing was taken in. The table below says which rows, and how',
  faultHead: { row: 'Row', found: 'What stands there', what: 'What to do' },
  whole: 'The whole file',
} as const;

export const OFFENCE_FAULT_WORDS: Readonly<Record<OffenceFaultKind, string>> = {
  'no-header': 'Make the first line period, district, offences. Take out titles and notes above it.',
  'no-rows': 'Add a row for each district in each period.',
  'too-many-rows': 'Divide it: at most 5,000 rows are taken in at once.',
  'merged-cells': 'Split the merged cells, and write the period and the district into every row.',
  footnote: 'Take this note out of the table.',
  'wrong-number-of-cells': 'Keep to three cells: period, district, offences.',
  'period-unreadable':
    'Write the period as 2026-04, 2026-Q2, 2025, year ending 2026-03, or 2026-04 to 2026-06.',
  'period-of-another-length':
    'Take months, quarters and years in separately: all rows need periods of one length.',
  'period-not-over': 'Take this period out until it has ended.',
  'period-overlaps': 'Take out the periods that overlap others.',
  'period-missing': 'Add the rows of this period, or take in the time before and after it separately.',
  'district-unknown': 'Write the name or the code of a district of this area, and take out totals.',
  'district-not-there-then': 'Use the district that was there through the whole of this period.',
  'district-missing': 'Add this district in this period: every district of the file is needed in each.',
  'count-missing': 'Write the count, or 0 if there were none. Take out the district if it is not known.',
  'count-negative': 'Write a count of 0 or more.',
  'count-not-whole': 'Write a whole number without a decimal point.',
  'count-not-a-number': 'Write digits alone, without commas, spaces, letters or signs.',
  'count-too-large': 'Check the number: no district has more than a million.',
  twice: 'Take one of the two rows of this district and period out.',
  'held-already':
    'Another count of this stands here. See what would happen, and supersede it if this one is right.',
};

export const UNREADABLE_WORDS: Readonly<Record<UnreadableSheet, string>> = {
  'too-long': 'This file is longer than 5 MB. Divide it',
  'not-utf-8': 'This file is not in UTF-8. Save it again as CSV UTF-8',
  broken: 'This is no sound CSV or ODS file. Check quotes, and save it again',
  'too-large': 'This file has more than 6,000 rows or 60 columns. Divide it',
  'other-format': 'This is neither CSV nor ODS. Save it as one of them',
  'two-tables': 'Two sheets of this file begin with period, district, offences. Keep one',
};
