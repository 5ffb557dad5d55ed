import { bucketsOf, COMPLETENESS, COMPLETENESS_PARTS, NOT_RECORDED, sumOf } from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';
import { count, PERCENT, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

const FIELDS: Readonly<Record<(typeof COMPLETENESS_PARTS)[number], string>> = {
  district: 'District',
  'offence-group': 'Kind of offence',
};

/** How much is known of the referrals of a year. */
export const completenessTables: CountedTableBuilder = (facts) => {
  const months = facts.months['twelve-months'];
  const rows = COMPLETENESS_PARTS.map((dimension) => {
    const cells = facts.cellsOf(dimension, 'twelve-months');
    const all = sumOf(bucketsOf(cells, 'referrals'));
    const unknown = sumOf(
      bucketsOf(
        cells.filter(({ value }) => value === NOT_RECORDED),
        'referrals',
      ),
    );
    return {
      id: dimension,
      title: FIELDS[dimension],
      all,
      cells: [count(all), count(all - unknown), PERCENT, count(unknown)],
    };
  });
  if (rows.every(({ all }) => all === 0)) return [];
  return [
    {
      id: 'completeness',
      title: `How much is known of referrals, ${monthsInWords(months)}`,
      measure: measureNow(COMPLETENESS.id),
      rowsTitle: 'What is recorded of a referral',
      months,
      columns: [
        { id: 'referrals', title: 'Referrals', unit: 'rounded' },
        { id: 'known', title: 'Known', unit: 'rounded' },
        { id: 'percent', title: 'Known, per cent', unit: 'percent', numerator: 'known', base: 'referrals' },
        { id: 'not-known', title: 'Not known', unit: 'rounded' },
      ],
      rows: rows.map(({ id, title, cells }) => ({ id, title, cells })),
      columnSums: [{ total: 'referrals', parts: ['known', 'not-known'] }],
      totalRow: null,
      links: [
        {
          kind: 'same',
          places: rows.map(({ id: row }) => ({ table: 'completeness', row, column: 'referrals' })),
        },
      ],
      notes: ['Referrals by the police.', SMALL_COUNTS_NOTE],
    },
  ];
};
