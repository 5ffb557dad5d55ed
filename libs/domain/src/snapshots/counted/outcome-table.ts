import { OUTCOME_MEASURES, type OutcomeMeasure } from '../../care';
import { bucketsOf, OUTCOME_CHANGE, OUTCOME_PARTS, sumOf } from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';
import { count, PERCENT, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

const QUESTIONS: Readonly<Record<OutcomeMeasure, string>> = {
  'able-to-cope': 'Able to cope',
  'able-to-say-needs': 'Able to say what they need',
  'feels-safer': 'Feels safer',
};

/** What changed for people as they say it, of those who were asked twice, over a year. */
export const outcomeTables: CountedTableBuilder = (facts) => {
  const months = facts.months['twelve-months'];
  const cells = facts.cellsOf('question', 'twelve-months');
  if (cells.length === 0) return [];
  return [
    {
      id: 'outcome-change',
      title: `What changed for people, as they say it, ${monthsInWords(months)}`,
      measure: measureNow(OUTCOME_CHANGE.id),
      rowsTitle: 'Question',
      months,
      columns: [
        { id: 'asked', title: 'Could be asked', unit: 'rounded' },
        { id: 'not-measured', title: 'No two scores', unit: 'rounded' },
        { id: 'measured', title: 'Two scores', unit: 'rounded' },
        { id: 'better', title: 'Higher than at first', unit: 'rounded' },
        {
          id: 'better-percent',
          title: 'Higher, per cent of those with two scores',
          unit: 'percent',
          numerator: 'better',
          base: 'measured',
        },
        { id: 'same', title: 'The same', unit: 'rounded' },
        { id: 'worse', title: 'Lower than at first', unit: 'rounded' },
      ],
      rows: OUTCOME_MEASURES.map((question) => {
        const of = bucketsOf(
          cells.filter(({ value }) => value === question),
          'outcome',
        );
        const [better = 0, same = 0, worse = 0] = OUTCOME_PARTS.map((part) => of.get(part) ?? 0);
        const measured = better + same + worse;
        const asked = sumOf(of);
        return {
          id: question,
          title: QUESTIONS[question],
          cells: [
            count(asked),
            count(asked - measured),
            count(measured),
            count(better),
            PERCENT,
            count(same),
            count(worse),
          ],
        };
      }),
      columnSums: [
        { total: 'asked', parts: ['not-measured', 'measured'] },
        { total: 'measured', parts: ['better', 'same', 'worse'] },
      ],
      totalRow: null,
      links: [
        {
          kind: 'alike',
          places: OUTCOME_MEASURES.map((row) => ({ table: 'outcome-change', row, column: 'asked' })),
        },
      ],
      notes: [
        'The first score beside the latest one on the same scale, at least six weeks later. People are counted in the month in which they were first asked.',
        'A change is what people say, and not what the support did: other things happen in six weeks. Nobody’s missing score is counted as a low one.',
        SMALL_COUNTS_NOTE,
      ],
    },
  ];
};
