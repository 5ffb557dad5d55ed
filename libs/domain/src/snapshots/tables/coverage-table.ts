import {
  afterYear,
  monthPlus,
  type CoverageLine,
  type NotCompared,
  type OffenceDefinition,
} from '../../coverage';
import type { SnapshotTableBuilder } from '../quarter-facts';
import type { CellMark } from '../snapshot-table';
import { measureNow, monthInWords, SMALL_COUNTS_NOTE } from '../words';

const WHY_MARK: Readonly<Record<NotCompared, CellMark>> = {
  definition: '[z]',
  'offences-unknown': '[x]',
  'sources-differ': '[x]',
  'referrals-hidden': '[c]',
  'too-few': '[u]',
};

const DEFINITION_NAMES: Readonly<Record<OffenceDefinition, string>> = {
  'sexual-offences-with-victim': 'sexual offences with somebody who could be referred',
  'sexual-offences': 'all sexual offences',
  rapes: 'rapes alone',
  'rape-victims': 'people who were raped',
};

/** Referrals by the police beside recorded offences, by district, in the months up to the end of the quarter. */
export const coverageTables: SnapshotTableBuilder = ({ quarter, coverage }) => {
  if (coverage === null) return [];
  const last = monthPlus(afterYear(quarter.month), -1);
  const sources = [...new Set(coverage.lines.flatMap(({ source }) => source ?? []))].toSorted();
  return [
    {
      id: 'coverage',
      title: `Referrals by the police beside recorded offences, by district, ${monthInWords(coverage.first)} to ${monthInWords(last)}`,
      measure: measureNow('referral-coverage'),
      rowsTitle: 'District',
      months: { first: coverage.first, last },
      columns: [
        { id: 'referrals', title: 'Referrals', unit: 'rounded' },
        { id: 'offences', title: 'Recorded offences', unit: 'exact' },
        { id: 'per-100', title: 'Referrals for each 100 offences', unit: 'rate', base: 'referrals' },
      ],
      rows: coverage.lines.map((line) => ({
        id: line.district ?? 'area',
        title: line.name,
        cells: [line.referrals ?? '[c]', line.offences ?? '[x]', quotient(line)],
      })),
      sums: [
        {
          of: 'rows',
          total: 'area',
          parts: coverage.lines.flatMap(({ district }) => district ?? []),
        },
      ],
      notes: [
        `Recorded offences are ${DEFINITION_NAMES[coverage.definition]}.`,
        'This is no share of the people who were harmed. Most people never report to the police, and one person may be in several offences.',
        'A referral needs somebody’s agreement. A low number may mean that people said no, that nobody asked them, or that another service supports them already.',
        'The number for each 100 comes from the rounded count of referrals. Offences that are not known for each of the months stand as [x], and are not divided; fewer than 10 stand as [u].',
        SMALL_COUNTS_NOTE,
        ...sources.map((source) => `Recorded offences come from: ${source}.`),
      ],
    },
  ];
};

function quotient({ answer }: CoverageLine): number | CellMark {
  return answer.kind === 'compared' ? answer.per100 : WHY_MARK[answer.why];
}
