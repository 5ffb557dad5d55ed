import { countInWords } from '../../promise/promise-words';
import { plainCell, shareCell, workedOut } from '../figure-cells';
import type { FigureReading } from '../figure-reading';
import { cellsOfValue, valueName, valuesOf } from '../figure-values';
import type { FigureRow, FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { FIRST_HEADS, TABLE_NAMES } from '../live-figures.copy';
import { STAYING } from '../strands.copy';

const MEASURE = 'stayed-in-justice';

/** Who had not asked to stop when an investigation ended, with an adviser and without. No row is anybody's score. */
export function stayingTable({ asked, cells, names }: FigureReading): FigureSection {
  const { heads } = STAYING;
  const rows = valuesOf(cells, asked.table, names).map((value): FigureRow => {
    const name = valueName(asked.table, value, names);
    const working = workedOut(MEASURE, cellsOfValue(cells, asked.table, value));
    return {
      name,
      cells: [
        shareCell(working, { ...asked, measure: MEASURE, value }, `${name}, ${heads.share}`),
        plainCell(countInWords(working.denominator)),
        plainCell(countInWords(working.exclusions['still-open'] ?? 0)),
      ],
    };
  });
  const caption = `${TABLE_NAMES[asked.table]}, ${periodInWords(asked)}`;
  return {
    intro: [STAYING.rule],
    charts: [],
    tables: [
      { caption, firstHead: FIRST_HEADS.adviser, heads: [heads.share, heads.ended, heads.open], rows },
    ],
    notes: [STAYING.note],
  };
}
