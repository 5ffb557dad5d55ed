import { scaleBand, scaleLinear } from 'd3-scale';
import { monthsInWords } from './alternative-text';
import * as chart from './chart';
import { legendOf } from './legend';

/** A month's figure; with a part, the column is the whole and the part stands solid inside it. */
export interface Column {
  /** "March 2026", as a sentence says it and no other column is called. */
  readonly name: string;
  /** Under the column, in two lines: "Mar" and "2026". */
  readonly tick: readonly [string, string];
  readonly datum: chart.Datum<chart.Value & { readonly part?: number }>;
}

export interface ColumnChartOptions extends chart.ChartWords {
  /** In the order of time. */
  readonly columns: readonly Column[];
  /** The highest value that the scale must hold. Charts that are compared share it. */
  readonly top: number;
  readonly tickWords: (value: number) => string;
  /** What a solid part and an outlined whole are; without parts there is nothing to tell apart. */
  readonly parts?: { readonly solid: string; readonly outline: string };
}

/** A year of months. */
export const MOST_COLUMNS = 12;

const LEFT = 44;
const RIGHT = 10;
const HEADROOM = 14;
const PLOT_HEIGHT = 150;
const BELOW = 42;
/** Where there are few months, columns keep their shape. */
const WIDEST = 40;
/** Ticks further apart than this are named one by one. */
const ALL_NAMED = 7;

type Placed = Column & { readonly x: number; readonly middle: number };

/**
 * Columns by month over one scale from zero. A figure that is left out has its shorthand where its column would stand.
 * Undefined where no figure may be drawn.
 *
 * @throws RangeError with more columns than there is room for, and for values outside 0 to `top`.
 */
export function columnChart(options: ColumnChartOptions): chart.Chart | undefined {
  const { id, title, subtitle, columns, parts } = options;
  requireRoom(options);
  if (!columns.some(({ datum }) => datum.kind === 'drawn')) return undefined;
  const legend = legendOf(
    parts === undefined
      ? []
      : [
          { look: 'solid', words: parts.solid },
          { look: 'outline', words: parts.outline },
        ],
  );
  const plot: chart.Area = {
    x: LEFT,
    y: legend.height + HEADROOM,
    width: chart.CHART_WIDTH - LEFT - RIGHT,
    height: PLOT_HEIGHT,
  };
  return {
    id,
    title,
    subtitle,
    description: monthsInWords(columns),
    width: chart.CHART_WIDTH,
    height: plot.y + plot.height + BELOW,
    plot,
    legend: legend.marks,
    marks: drawing(options, plot),
    notes: chart.notesOf(
      columns.map(({ datum }) => datum),
      options,
    ),
  };
}

function requireRoom({ columns, top }: ColumnChartOptions): void {
  if (columns.length > MOST_COLUMNS) throw new RangeError(`room for ${MOST_COLUMNS} columns at most`);
  const drawn = columns.flatMap(({ datum }) => (datum.kind === 'drawn' ? [datum] : []));
  chart.requireDrawable([top, ...drawn.flatMap(({ value, part = 0 }) => [value, part])]);
  if (drawn.some(({ value, part = 0 }) => value > top || part > value)) {
    throw new RangeError('no column is higher than the scale, and no part larger than its whole');
  }
}

function drawing({ columns, top, tickWords }: ColumnChartOptions, plot: chart.Area): readonly chart.Mark[] {
  const bottom = plot.y + plot.height;
  const y = scaleLinear()
    .domain([0, Math.max(top, 1)])
    .nice(4)
    .range([0, plot.height]);
  const band = scaleBand()
    .domain(columns.map(({ name }) => name))
    .range([plot.x, plot.x + plot.width])
    .padding(0.25);
  const width = chart.rounded(Math.min(band.bandwidth(), WIDEST));
  const placed: readonly Placed[] = columns.map((column) => {
    const middle = (band(column.name) ?? plot.x) + band.bandwidth() / 2;
    return { ...column, x: chart.rounded(middle - width / 2), middle: chart.rounded(middle) };
  });
  return [
    ...grid(y.ticks(4).filter(Number.isInteger), { plot, lengthOf: y, tickWords }),
    ...placed.flatMap((column) => columnMarks(column, { bottom, width, lengthOf: y })),
    { shape: 'line', look: 'axis', x1: plot.x, y1: bottom, x2: plot.x + plot.width, y2: bottom },
    ...placed.flatMap((column, index) => (isNamed(index, placed.length) ? names(column, bottom) : [])),
  ];
}

function grid(
  ticks: readonly number[],
  around: {
    readonly plot: chart.Area;
    readonly lengthOf: (value: number) => number;
    readonly tickWords: (value: number) => string;
  },
): readonly chart.Mark[] {
  const { plot, lengthOf, tickWords } = around;
  return ticks.flatMap((tick): readonly chart.Mark[] => {
    const y = chart.rounded(plot.y + plot.height - lengthOf(tick));
    return [
      { shape: 'line', look: 'grid', x1: plot.x, y1: y, x2: plot.x + plot.width, y2: y },
      { shape: 'text', look: 'tick', anchor: 'end', x: plot.x - 6, y: y + 4, words: tickWords(tick) },
    ];
  });
}

function columnMarks(
  { datum, x, middle }: Placed,
  around: {
    readonly bottom: number;
    readonly width: number;
    readonly lengthOf: (value: number) => number;
  },
): readonly chart.Mark[] {
  const { bottom, width, lengthOf } = around;
  const word = (words: string): chart.Mark => ({
    shape: 'text',
    look: 'shorthand',
    anchor: 'middle',
    x: middle,
    y: bottom - 5,
    words,
  });
  if (datum.kind === 'left-out') return [word(chart.SHORTHAND[datum.because])];
  const bar = (look: chart.BarLook, value: number): chart.Mark => {
    const height = chart.rounded(lengthOf(value));
    return { shape: 'bar', look, x, y: chart.rounded(bottom - height), width, height };
  };
  const bars =
    datum.part === undefined
      ? [bar('solid', datum.value)]
      : [bar('outline', datum.value), bar('solid', datum.part)];
  return datum.value === 0 ? [...bars, word('0')] : bars;
}

/** The last month always has its name, and so many before it as there is room for. */
function isNamed(index: number, many: number): boolean {
  return many <= ALL_NAMED || (many - 1 - index) % 3 === 0;
}

function names({ tick, middle }: Placed, bottom: number): readonly chart.Mark[] {
  return tick.map((words, line) => ({
    shape: 'text',
    look: 'tick',
    anchor: 'middle',
    x: middle,
    y: bottom + 18 + line * 16,
    words,
  }));
}
