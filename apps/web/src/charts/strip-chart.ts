import { scaleLinear } from 'd3-scale';
import { categoriesInWords } from './alternative-text';
import * as chart from './chart';
import { CHART_WORDS } from './charts.copy';
import { legendOf } from './legend';
import { calledInSentence, rowLabel, stacked, type RowLabel } from './row-labels';

/** How a measure is spread over people: half lie above the median, one in ten above the 90th percentile. */
export interface Spread {
  readonly median: chart.Value;
  readonly p90: chart.Value;
  readonly longest: chart.Value;
}

export interface StripRow extends RowLabel {
  readonly datum: chart.Datum<Spread>;
}

export interface StripChartOptions extends chart.ChartWords {
  /** In the order of the table. */
  readonly rows: readonly StripRow[];
  readonly tickWords: (value: number) => string;
  /** What the ends of the solid part, of the outlined part and of the line are called. */
  readonly measures: { readonly median: string; readonly p90: string; readonly longest: string };
}

const BAR = 14;
const GAP = 14;
const LEFT = 4;
const RIGHT = 24;
const BELOW = 24;

/**
 * A strip for each category: solid to the median, outlined on to the 90th percentile, a line on to the longest, all
 * from zero. Undefined where no figure may be drawn.
 *
 * @throws RangeError for values under 0, and where median, 90th percentile and longest are not in that order.
 */
export function stripChart(options: StripChartOptions): chart.Chart | undefined {
  const { id, title, subtitle, rows, measures } = options;
  const drawn = rows.flatMap(({ datum }) => (datum.kind === 'drawn' ? [datum] : []));
  drawn.forEach(requireOrder);
  if (drawn.length === 0) return undefined;
  const legend = legendOf([
    { look: 'solid', words: measures.median },
    { look: 'outline', words: measures.p90 },
    { look: 'mark', words: measures.longest },
  ]);
  const width = chart.CHART_WIDTH - LEFT - RIGHT;
  const scale = scaleLinear()
    .domain([0, Math.max(...drawn.map(({ longest }) => longest.value), 1)])
    .nice(4)
    .range([LEFT, LEFT + width]);
  const at = (value: number) => chart.rounded(scale(value));
  const strips = stacked(rows, { from: legend.height + 4, marksOf: (row, y) => rowMarks(row, y, at) });
  const plot = { x: LEFT, y: legend.height + 4, width, height: strips.height };
  const ticks = scale.ticks(4).filter(Number.isInteger);
  return {
    id,
    title,
    subtitle,
    description: spreadInWords(options),
    width: chart.CHART_WIDTH,
    height: plot.y + plot.height + BELOW,
    plot,
    legend: legend.marks,
    marks: [...strips.marks, ...axis(ticks, { plot, at, tickWords: options.tickWords })],
    notes: chart.notesOf(
      rows.map(({ datum }) => datum),
      options,
    ),
  };
}

function requireOrder({ median, p90, longest }: Spread): void {
  chart.requireDrawable([median.value, p90.value, longest.value]);
  if (median.value > p90.value || p90.value > longest.value) {
    throw new RangeError('the median is no more than the 90th percentile, and that no more than the longest');
  }
}

function rowMarks(row: StripRow, y: number, at: (value: number) => number) {
  const label = rowLabel(row, y);
  const top = y + label.height + 2;
  const height = label.height + BAR + GAP;
  const { datum } = row;
  if (datum.kind === 'left-out') {
    const shorthand: chart.Mark = {
      shape: 'text',
      look: 'shorthand',
      anchor: 'start',
      x: LEFT,
      y: top + BAR - 2,
      words: chart.SHORTHAND[datum.because],
    };
    return { marks: [...label.marks, shorthand], height };
  }
  const [zero, median, p90, longest] = [
    at(0),
    at(datum.median.value),
    at(datum.p90.value),
    at(datum.longest.value),
  ];
  const middle = top + BAR / 2;
  const marks: readonly chart.Mark[] = [
    { shape: 'line', look: 'reach', x1: zero, y1: middle, x2: longest, y2: middle },
    { shape: 'bar', look: 'outline', ...across(zero, p90), y: top, height: BAR },
    { shape: 'bar', look: 'solid', ...across(zero, median), y: top, height: BAR },
    { shape: 'line', look: 'mark', x1: longest, y1: top, x2: longest, y2: top + BAR },
  ];
  return { marks: [...label.marks, ...marks], height };
}

function across(from: number, to: number): { readonly x: number; readonly width: number } {
  return { x: from, width: chart.rounded(to - from) };
}

function axis(
  ticks: readonly number[],
  around: {
    readonly plot: chart.Area;
    readonly at: (value: number) => number;
    readonly tickWords: (value: number) => string;
  },
): readonly chart.Mark[] {
  const { plot, at, tickWords } = around;
  const y = plot.y + plot.height;
  return [
    { shape: 'line', look: 'axis', x1: plot.x, y1: y, x2: plot.x + plot.width, y2: y },
    ...ticks.flatMap((tick): readonly chart.Mark[] => [
      { shape: 'line', look: 'axis', x1: at(tick), y1: y, x2: at(tick), y2: y + 5 },
      {
        shape: 'text',
        look: 'tick',
        anchor: tick === 0 ? 'start' : 'middle',
        x: at(tick),
        y: y + 20,
        words: tickWords(tick),
      },
    ]),
  ];
}

/** Each measure in words by itself; what is left out is said once. */
function spreadInWords({ rows, measures }: StripChartOptions): string {
  const one = (measure: keyof Spread) =>
    rows.map((row) => {
      const { datum } = row;
      return {
        name: calledInSentence(row),
        datum: datum.kind === 'drawn' ? { kind: 'drawn' as const, ...datum[measure] } : datum,
      };
    });
  const drawnOnly = (measure: keyof Spread) => one(measure).filter(({ datum }) => datum.kind === 'drawn');
  return [
    CHART_WORDS.measure(measures.median, categoriesInWords(drawnOnly('median'))),
    CHART_WORDS.measure(measures.p90, categoriesInWords(drawnOnly('p90'))),
    CHART_WORDS.measure(measures.longest, categoriesInWords(one('longest'))),
  ].join(' ');
}
