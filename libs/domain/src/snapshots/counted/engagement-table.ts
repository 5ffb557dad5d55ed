import { bucketsOf, ENGAGED_OF_REFERRED, sumOf } from '../../reporting';
import { SOURCES } from '../../referral';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';
import { count, PERCENT, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

/** How many of those referred were reached and came to a first session, by who referred, over a year. */
export const engagementTables: CountedTableBuilder = (facts) => {
  const months = facts.months['twelve-months'];
  const cells = facts.cellsOf('source', 'twelve-months').filter(({ measure }) => measure === 'engagement');
  const sources = SOURCES.filter((source) => cells.some(({ value }) => value === source));
  if (sources.length === 0) return [];
  const others = sources.filter((source) => source !== 'police');
  return [
    {
      id: 'engagement',
      title: `Came to a first session of support, by who referred, ${monthsInWords(months)}`,
      measure: measureNow(ENGAGED_OF_REFERRED.id),
      rowsTitle: 'Who referred',
      months,
      columns: [
        { id: 'referred', title: 'Referred', unit: 'rounded' },
        { id: 'not-reached', title: 'Not reached so far', unit: 'rounded' },
        { id: 'reached', title: 'Reached', unit: 'rounded' },
        { id: 'reached-not-engaged', title: 'Reached, no session so far', unit: 'rounded' },
        { id: 'engaged', title: 'Came to a first session', unit: 'rounded' },
        {
          id: 'engaged-of-reached',
          title: 'Came, per cent of those reached',
          unit: 'percent',
          numerator: 'engaged',
          base: 'reached',
        },
        {
          id: 'engaged-of-referred',
          title: 'Came, per cent of those referred',
          unit: 'percent',
          numerator: 'engaged',
          base: 'referred',
        },
      ],
      rows: sources.map((source) => {
        const of = bucketsOf(
          cells.filter(({ value }) => value === source),
          'engagement',
        );
        const [engaged = 0, waits = 0, unreached = 0] = ['engaged', 'reached-not-engaged', 'not-reached'].map(
          (bucket) => of.get(bucket) ?? 0,
        );
        return {
          id: source,
          title: facts.nameOf('source', source),
          cells: [
            count(sumOf(of)),
            count(unreached),
            count(engaged + waits),
            count(waits),
            count(engaged),
            PERCENT,
            PERCENT,
          ],
        };
      }),
      columnSums: [
        { total: 'referred', parts: ['not-reached', 'reached'] },
        { total: 'reached', parts: ['reached-not-engaged', 'engaged'] },
      ],
      totalRow: null,
      links: [],
      merges: [{ rows: others, into: { id: 'other-doors', label: 'Everybody but the police' } }],
      notes: [
        'Two shares of the same people: always say which of the two it is. They come from the rounded numbers.',
        'Saying no to support is a choice and no failing of anybody.',
        SMALL_COUNTS_NOTE,
      ],
    },
  ];
};
