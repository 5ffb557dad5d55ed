import { scaleLinear } from 'd3-scale';
import { categoriesInWords } from './alternative-text';
import * as chart from './chart';
import { calledInSentence, rowLabel, stacked, type RowLabel } from './row-labels';

export interface BarRow extends RowLabel {
  readonly datum: chart.Datum<chart.Value>;
}

export interface BarChartOptions extends chart.ChartWords {
  /** In the order of the table. */
  readonly rows: readonly BarRow[];
}

const BAR = 16;
const GAP = 12;
/** Room right of the longest bar for its number. */
const FOR_NUMBER = 60;
const MARGIN = 1;

/**
 * A bar for each category under its name, with its number beside it. A figure that is left out has its shorthand in
 * place of a bar. Undefined where no figure may be drawn.
 *
 * @throws RangeError for values under 0.
 */
export function barChart(options: BarChartOptions): chart.Chart | undefined {
  const { id, title, subtitle, rows } = options;
  const values = rows.flatMap(({ datum }) => (datum.kind === 'drawn' ? [datum.value] : []));
  chart.requireDrawable(values);
  if (values.length === 0) return undefined;
  const width = chart.CHART_WIDTH - FOR_NUMBER;
  const lengthOf = scaleLinear()
    .domain([0, Math.max(...values, 1)])
    .range([0, width]);
  const { marks, height } = stacked(rows, { from: 0, marksOf: (row, y) => rowMarks(row, y, lengthOf) });
  return {
    id,
    title,
    subtitle,
    description: categoriesInWords(rows.map((row) => ({ name: calledInSentence(row), datum: row.datum }))),
    width: chart.CHART_WIDTH,
    height,
    plot: { x: MARGIN, y: 0, width, height },
    legend: [],
    marks,
    notes: chart.notesOf(
      rows.map(({ datum }) => datum),
      options,
    ),
  };
}

function rowMarks(row: BarRow, y: number, lengthOf: (value: number) => number) {
  const label = rowLabel(row, y);
  const top = y + label.height + 2;
  const axis: chart.Mark = {
    shape: 'line',
    look: 'axis',
    x1: MARGIN,
    y1: top - 2,
    x2: MARGIN,
    y2: top + BAR + 2,
  };
  const words = (x: number, said: string, look: 'label' | 'shorthand'): chart.Mark => ({
    shape: 'text',
    look,
    anchor: 'start',
    x: chart.rounded(x),
    y: top + BAR - 3,
    words: said,
  });
  const { datum } = row;
  const height = label.height + BAR + GAP;
  if (datum.kind === 'left-out') {
    return {
      marks: [...label.marks, axis, words(MARGIN + 6, chart.SHORTHAND[datum.because], 'shorthand')],
      height,
    };
  }
  const width = chart.rounded(lengthOf(datum.value));
  const bar: chart.Mark = { shape: 'bar', look: 'solid', x: MARGIN, y: top, width, height: BAR };
  return { marks: [...label.marks, bar, axis, words(MARGIN + width + 6, datum.words, 'label')], height };
}
