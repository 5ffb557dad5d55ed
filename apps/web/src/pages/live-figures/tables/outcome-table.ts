import { OUTCOME_PARTS } from '#libs/domain';
import { countInWords } from '../../promise/promise-words';
import { plainCell, shareCell, workedOut } from '../figure-cells';
import type { FigureReading } from '../figure-reading';
import { cellsOfValue, valueName, valuesOf } from '../figure-values';
import type { FigureRow, FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { FIRST_HEADS, TABLE_NAMES } from '../live-figures.copy';
import { OUTCOME } from '../strands.copy';

const MEASURE = 'outcome-change';

/** What people said at first and at last, question by question, with how many were measured of how many were asked. */
export function outcomeTable({ asked, cells, names }: FigureReading): FigureSection {
  const rows = valuesOf(cells, asked.table, names).map((value): FigureRow => {
    const name = valueName(asked.table, value, names);
    const own = cellsOfValue(cells, asked.table, value);
    const { denominator, total } = workedOut(MEASURE, own, { part: 'better' });
    return {
      name,
      cells: [
        ...OUTCOME_PARTS.map((part) =>
          shareCell(
            workedOut(MEASURE, own, { part }),
            { ...asked, measure: MEASURE, value, part },
            `${name}, ${OUTCOME.parts[part]}`,
          ),
        ),
        plainCell(`${countInWords(denominator)} of ${countInWords(total)}`),
      ],
    };
  });
  const heads = [...OUTCOME_PARTS.map((part) => OUTCOME.parts[part]), OUTCOME.measured];
  const caption = `${TABLE_NAMES[asked.table]}, ${periodInWords(asked)}`;
  return {
    intro: [OUTCOME.rule],
    charts: [],
    tables: [{ caption, firstHead: FIRST_HEADS.question, heads, rows }],
    notes: [OUTCOME.note],
  };
}
