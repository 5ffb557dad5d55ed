import { limbFigures } from '#libs/persistence';
import { historyOf } from '../../promise/promise-history';
import { promiseCharts } from '../../promise/promise-charts';
import { limbsOf, type FigureReading } from '../figure-reading';
import type { FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { PROMISE_TABLE, TABLE_NAMES } from '../live-figures.copy';
import { rowOf } from './promise-table';

/** The promise month by month, newest first, drawn as on the page of the county. */
export function monthTable(reading: FigureReading): FigureSection {
  const { cells, asked } = reading;
  const months = [...new Set(cells.map(({ monthOn }) => monthOn))].map((monthOn) => ({
    monthOn,
    limbs: limbFigures(cells.filter((cell) => cell.monthOn === monthOn)),
  }));
  const history = historyOf(months, `${asked.until}-01`);
  const limbs = limbsOf(reading);
  return {
    intro: [],
    charts: promiseCharts(history, limbs),
    tables: [
      {
        caption: `${TABLE_NAMES[asked.table]}, ${periodInWords(asked)}`,
        firstHead: 'Month',
        heads: limbs.map(({ name }) => PROMISE_TABLE.share(name)),
        rows: history.map(({ monthOn }) => rowOf(monthOn.slice(0, 7), reading, limbs)),
      },
    ],
    notes: [],
  };
}
