import { HOUR_BANDS, NOT_RECORDED, startValue, WEEKDAYS } from '#libs/domain';
import { plainCell, shareCell, workedOut } from '../figure-cells';
import { limbsOf, type FigureReading } from '../figure-reading';
import { cellsOfValue, valueName } from '../figure-values';
import type { FigureCell, FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { FIRST_HEADS, LIVE, WEEKDAY_NAMES } from '../live-figures.copy';
import { HOUR_BAND_NAMES, START } from '../start.copy';

const MEASURE = 'first-conversation-in-time';

/** The promise by the day of the week and the part of the day of the report: a table for each limb. */
export function startTable(reading: FigureReading): FigureSection {
  const { asked, cells, names } = reading;
  const period = periodInWords(asked);
  const shareOf = (value: string, limb: string, limbName: string): FigureCell => {
    const own = cellsOfValue(cells, asked.table, value);
    if (own.length === 0) return plainCell(LIVE.nobody);
    return shareCell(
      workedOut(MEASURE, own, { limb }),
      { ...asked, measure: MEASURE, value, limb },
      `${valueName(asked.table, value, names)}, ${limbName}`,
    );
  };
  const unknown = cellsOfValue(cells, asked.table, NOT_RECORDED).length > 0;
  const limbs = limbsOf(reading);
  const tables = limbs.map(({ limb, name }) => ({
    caption: START.caption(name, period),
    firstHead: FIRST_HEADS.weekday,
    heads: HOUR_BANDS.map((band) => HOUR_BAND_NAMES[band]),
    rows: WEEKDAYS.map((weekday) => ({
      name: WEEKDAY_NAMES[weekday],
      cells: HOUR_BANDS.map((hourBand) => shareOf(startValue({ weekday, hourBand }), limb, name)),
    })),
  }));
  const notRecorded = {
    caption: LIVE.notRecorded,
    firstHead: START.firstHead,
    heads: limbs.map(({ name }) => name),
    rows: [
      { name: LIVE.notRecorded, cells: limbs.map(({ limb, name }) => shareOf(NOT_RECORDED, limb, name)) },
    ],
  };
  return { intro: [START.intro], charts: [], tables: unknown ? [...tables, notRecorded] : tables, notes: [] };
}
