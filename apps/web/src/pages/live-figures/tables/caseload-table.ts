import { countInWords, monthInWords } from '../../promise/promise-words';
import { countCell, plainCell, shareCell, workedOut } from '../figure-cells';
import type { FigureReading } from '../figure-reading';
import { cellsOfValue, valueName, valuesOf } from '../figure-values';
import type { FigureRow, FigureSection } from '../figure-view';
import { postsInWords } from '../figure-words';
import { FIRST_HEADS, TABLE_NAMES } from '../live-figures.copy';
import { CASELOAD } from '../strands.copy';

const MEASURE = 'caseload-per-post';

/** Whom each service has at the end of the last month, for each of its posts. Services with neither have no row. */
export function caseloadTable({ asked, cells, names }: FigureReading): FigureSection {
  const rows = valuesOf(cells, asked.table, names).flatMap((value): readonly FigureRow[] => {
    const name = valueName(asked.table, value, names);
    const working = workedOut(MEASURE, cellsOfValue(cells, asked.table, value));
    const figure = { ...asked, measure: MEASURE, value };
    if (working.total === 0) return [];
    return [
      {
        name,
        cells: [
          shareCell(working, figure, `${name}, ${CASELOAD.heads.each}`),
          countCell(working, figure, `${name}, ${CASELOAD.heads.supported}`),
          plainCell(postsInWords(working.posts ?? 0)),
          plainCell(countInWords(working.exclusions['waits'] ?? 0)),
        ],
      },
    ];
  });
  const { heads } = CASELOAD;
  const caption = `${TABLE_NAMES[asked.table]}, ${CASELOAD.endOf(monthInWords(`${asked.until}-01`))}`;
  return {
    intro: [CASELOAD.rule],
    charts: [],
    tables: [
      {
        caption,
        firstHead: FIRST_HEADS['listed-service'],
        heads: [heads.each, heads.supported, heads.posts, heads.waits],
        rows,
      },
    ],
    notes: [],
  };
}
