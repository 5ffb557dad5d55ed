import type { Cell, LiveMeasure } from '#libs/domain';
import type { FigureAsked } from '../figure-address';
import { cellsOfValue } from '../figure-values';

/** The cells of one figure: of its row where the table has rows, of its cut where a part is a cut. */
export function cellsOfFigure(
  cells: readonly Cell[],
  figure: FigureAsked,
  live: LiveMeasure,
): readonly Cell[] {
  const { value, table, part } = figure;
  const own = live.cutByPart ? cells.filter(({ dimension }) => dimension === part) : cells;
  return value === undefined ? own : cellsOfValue(own, table, value);
}
