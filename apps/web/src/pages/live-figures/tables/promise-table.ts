import { DAY_GROUPS, LIVE_TABLES, type FigureWorking } from '#libs/domain';
import { barChart, type Chart } from '../../../charts';
import { countInWords } from '../../promise/promise-words';
import { shareCell, workedOut } from '../figure-cells';
import { limbsOf, type FigureReading, type NamedLimb } from '../figure-reading';
import { cellsOfValue, valueName, valuesOf } from '../figure-values';
import type { FigureRow, FigureSection, FigureTable } from '../figure-view';
import { percentOf, periodInWords } from '../figure-words';
import { FIRST_HEADS, LIVE, PROMISE_TABLE, TABLE_NAMES, WEEKEND } from '../live-figures.copy';

const MEASURE = 'first-conversation-in-time';

/** The promise by one cut: a row for each value, a column for each limb, both in the same size. */
export function promiseTable(reading: FigureReading): FigureSection {
  const { asked, cells, names } = reading;
  const values = valuesOf(cells, asked.table, names);
  const limbs = limbsOf(reading);
  const table: FigureTable = {
    caption: `${TABLE_NAMES[asked.table]}, ${periodInWords(asked)}`,
    firstHead: FIRST_HEADS[LIVE_TABLES[asked.table].dimension],
    heads: limbs.map(({ name }) => PROMISE_TABLE.share(name)),
    rows: values.map((value) => rowOf(value, reading, limbs)),
  };
  const weekend = asked.table === 'promise-by-weekday' ? weekendCost(reading, limbs) : null;
  return {
    intro: weekend === null ? [] : [WEEKEND.intro],
    charts: charts(values, reading, limbs),
    tables: weekend === null ? [table] : [table, weekend.table],
    notes: weekend === null ? [] : weekend.notes,
  };
}

/** One row: a share under each limb. */
export function rowOf(value: string, reading: FigureReading, limbs: readonly NamedLimb[]): FigureRow {
  const { asked, names } = reading;
  const name = valueName(asked.table, value, names);
  return {
    name,
    cells: limbs.map(({ limb, name: limbName }) =>
      shareCell(
        workingAt(value, limb, reading),
        { ...asked, measure: MEASURE, value, limb },
        `${name}, ${limbName}`,
      ),
    ),
  };
}

function workingAt(value: string, limb: string, { cells, asked }: FigureReading): FigureWorking {
  return workedOut(MEASURE, cellsOfValue(cells, asked.table, value), { limb });
}

function charts(
  values: readonly string[],
  reading: FigureReading,
  limbs: readonly NamedLimb[],
): readonly Chart[] {
  const { asked, names } = reading;
  return limbs.flatMap(({ limb, name }, n) => {
    const chart = barChart({
      id: `share-${n + 1}`,
      title: PROMISE_TABLE.chart(name),
      subtitle: PROMISE_TABLE.subtitle(periodInWords(asked)),
      leftOut: { 'small-base': LIVE.leftOut },
      rows: values.map((value) => {
        const working = workingAt(value, limb, reading);
        const percent = percentOf(working);
        return {
          name: valueName(asked.table, value, names),
          detail: PROMISE_TABLE.decided(countInWords(working.denominator)),
          datum:
            percent === null
              ? { kind: 'left-out', because: working.denominator === 0 ? 'nothing' : 'small-base' }
              : { kind: 'drawn', value: Number(percent), words: PROMISE_TABLE.percent(percent) },
        };
      }),
    });
    return chart === undefined ? [] : [chart];
  });
}

function weekendCost(
  reading: FigureReading,
  limbs: readonly NamedLimb[],
): { readonly table: FigureTable; readonly notes: readonly string[] } {
  const { cells, asked } = reading;
  const groups = Object.keys(DAY_GROUPS).filter(
    (group) => cellsOfValue(cells, asked.table, group).length > 0,
  );
  const table = {
    caption: WEEKEND.caption,
    firstHead: FIRST_HEADS.weekday,
    heads: limbs.map(({ name }) => PROMISE_TABLE.share(name)),
    rows: groups.map((group) => rowOf(group, reading, limbs)),
  };
  const notes = limbs.map(({ limb, name }) => {
    const weekday = workingAt('mon-to-thu', limb, reading);
    const weekend = workingAt('sat-and-sun', limb, reading);
    if (percentOf(weekday) === null || percentOf(weekend) === null) return WEEKEND.tooFew(name);
    const expected = Math.round((weekend.denominator * weekday.numerator) / weekday.denominator);
    const fewer = expected - weekend.numerator;
    if (fewer <= 0) return WEEKEND.noCost(name);
    return WEEKEND.cost(name, countInWords(fewer), countInWords(weekend.denominator));
  });
  return { table, notes };
}
