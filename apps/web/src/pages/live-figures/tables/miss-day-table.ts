import { MISS_REASONS, sumOf, bucketsOf } from '#libs/domain';
import { countInWords } from '../../promise/promise-words';
import { countCell, plainCell, workedOut } from '../figure-cells';
import { limbsOf, type FigureReading } from '../figure-reading';
import { cellsOfValue, valueName, valuesOf } from '../figure-values';
import type { FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { MISSES, REASON_NAMES } from '../live-figures.copy';
import { MISSES_BY_DAY } from '../start.copy';

const MEASURE = 'misses-by-reason';

/** Misses by reason and by the day of the report: a table for each limb, a column for each day. */
export function missDayTable(reading: FigureReading): FigureSection {
  const { asked, cells, names } = reading;
  const days = valuesOf(cells, asked.table, names).map((value) => ({
    value,
    day: valueName(asked.table, value, names),
    own: cellsOfValue(cells, asked.table, value),
  }));
  const tables = limbsOf(reading).map(({ limb, name }) => ({
    caption: MISSES_BY_DAY.caption(name, periodInWords(asked)),
    firstHead: MISSES.head,
    heads: days.map(({ day }) => day),
    rows: [
      ...MISS_REASONS.map((part) => ({
        name: REASON_NAMES[part],
        cells: days.map(({ value, day, own }) =>
          countCell(
            workedOut(MEASURE, own, { limb, part }),
            { ...asked, measure: MEASURE, value, limb, part },
            `${REASON_NAMES[part]}, ${day}, ${name}`,
          ),
        ),
      })),
      {
        name: MISSES_BY_DAY.all,
        cells: days.map(({ own }) => {
          const missed = bucketsOf(
            own.filter((cell) => cell.limb === limb),
            'promise-reason',
          );
          return plainCell(countInWords(sumOf(missed)));
        }),
      },
    ],
  }));
  return { intro: [MISSES.rule], charts: [], tables, notes: [] };
}
