import {
  bucketsOf,
  NOT_REACHABLE_SAFELY,
  NOT_REACHED_CAUSES,
  sumOf,
  type NotReachedCause,
} from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';
import { count, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

const CAUSES: Readonly<Record<NotReachedCause, string>> = {
  'unsafe-to-call': 'Calls would raise the risk, or somebody else answered',
  'no-safe-route': 'No safe way to reach the person',
  'wrong-number': 'The number was wrong or does not work',
  elsewhere: 'The person is elsewhere',
  'asked-to-wait': 'The person had asked us to wait, and was not reached afterwards',
  'no-interpreter': 'No interpreter',
  'no-answer': 'No answer',
  'no-attempt': 'Nobody could try: no attempt was made',
};

/** Who could not be reached safely, by cause: over a year, because there are few of each. */
export const notReachedTables: CountedTableBuilder = (facts) => {
  const standing = bucketsOf(facts.cellsOf('county', 'twelve-months'), 'reach-standing');
  const months = facts.months['twelve-months'];
  const all = sumOf(standing, NOT_REACHED_CAUSES);
  if (all === 0) return [];
  return [
    {
      id: 'not-reached-by-cause',
      title: `Could not be reached safely, by cause, ${monthsInWords(months)}`,
      measure: measureNow(NOT_REACHABLE_SAFELY.id),
      rowsTitle: 'Cause',
      months,
      columns: [{ id: 'referrals', title: 'Referrals', unit: 'rounded' }],
      rows: [
        ...NOT_REACHED_CAUSES.map((cause) => ({
          id: cause,
          title: CAUSES[cause],
          cells: [count(standing.get(cause) ?? 0)],
        })),
        { id: 'all', title: 'All of whom it was agreed to stop trying', cells: [count(all)] },
      ],
      columnSums: [],
      totalRow: 'all',
      links: [],
      merges: [{ rows: [...NOT_REACHED_CAUSES], into: null }],
      notes: [
        'Only referrals where it was agreed to stop trying, with the person never reached. Each has one cause: the first of this list that the record shows.',
        'Somebody who asked not to be called has chosen, and is not in this table.',
        SMALL_COUNTS_NOTE,
      ],
    },
  ];
};
