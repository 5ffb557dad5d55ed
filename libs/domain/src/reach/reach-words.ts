import type { ReachColumn, ReachLabels, ReachRow } from './reach-tables';
import type { ReachDimension } from './reach-group';

const DIMENSIONS: Readonly<Record<ReachDimension, string>> = {
  sex: 'Sex',
  'age-band': 'Age at the report',
  'ethnic-group': 'Ethnic group',
};

const ROWS: Readonly<Record<ReachRow, string>> = {
  female: 'Female',
  male: 'Male',
  'under-13': 'Under 13',
  '13-15': '13 to 15',
  '16-17': '16 to 17',
  '18-24': '18 to 24',
  '25-39': '25 to 39',
  '40-59': '40 to 59',
  '60-plus': '60 and over',
  'under-18': 'Under 18',
  '40-and-over': '40 and over',
  asian: 'Asian or Asian British',
  black: 'Black, Black British, Caribbean or African',
  mixed: 'Mixed or multiple ethnic groups',
  white: 'White',
  other: 'Other ethnic group',
  'all-other-groups': 'All ethnic groups but White',
  'not-asked': 'Not asked',
  declined: 'Asked, and did not want to say',
  unknown: 'Not known',
  'no-answer': 'No answer',
  total: 'All people referred',
};

const COLUMNS: Readonly<Record<ReachColumn, string>> = {
  referred: 'Referred by the police',
  reached: 'Reached safely',
  engaged: 'Came to a first session',
  'not-reached': 'Not reached so far',
  'reached-not-engaged': 'Reached, no session so far',
  'engaged-of-reached': 'Came, in a hundred of those reached',
  'engaged-of-referred': 'Came, in a hundred of those referred',
};

/** Published tables carry their words: they are kept for ever, whatever pages say by then. */
export const REACH_LABELS: ReachLabels = {
  title: (dimension, year) =>
    `${DIMENSIONS[dimension]} of the people whom the police referred, April ${year} to March ${year + 1}`,
  row: (row) => ROWS[row],
  column: (column) => COLUMNS[column],
};
