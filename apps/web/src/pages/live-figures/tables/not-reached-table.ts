import { bucketsOf, NOT_REACHED_CAUSES } from '#libs/domain';
import { countInWords } from '../../promise/promise-words';
import { shareCell, workedOut } from '../figure-cells';
import type { FigureReading } from '../figure-reading';
import type { FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { NOT_REACHED } from '../not-reached.copy';

const MEASURE = 'not-reachable-safely';

/** Why people could not be reached safely: a share of all of whom it was agreed to stop trying. */
export function notReachedTable({ asked, cells }: FigureReading): FigureSection {
  const standing = bucketsOf(cells, 'reach-standing');
  const count = (bucket: string) => countInWords(standing.get(bucket) ?? 0);
  const beside = NOT_REACHED.stillTried(count('still-tried'), count('reached'), count('ended-otherwise'));
  const rows = NOT_REACHED_CAUSES.map((part) => ({
    name: NOT_REACHED.causes[part],
    cells: [
      shareCell(
        workedOut(MEASURE, cells, { part }),
        { ...asked, measure: MEASURE, part },
        NOT_REACHED.causes[part],
      ),
    ],
  }));
  const table = {
    caption: `${NOT_REACHED.caption}, ${periodInWords(asked)}`,
    firstHead: NOT_REACHED.head,
    heads: [NOT_REACHED.countHead],
    rows,
  };
  const some = NOT_REACHED_CAUSES.some((part) => standing.has(part));
  return {
    intro: [some ? NOT_REACHED.rule : NOT_REACHED.nothing],
    charts: [],
    tables: [table],
    notes: [beside, NOT_REACHED.choice],
  };
}
