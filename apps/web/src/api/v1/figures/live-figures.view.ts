import { ApiProperty } from '@nestjs/swagger';
import {
  FIGURE_SPANS,
  isoOf,
  LIVE_MEASURES,
  LIVE_TABLE_IDS,
  LIVE_TABLES,
  monthsOfSpan,
  type FigureWorking,
} from '#libs/domain';
import type { FigureAsked } from '../../../pages/live-figures/figure-address';
import { limbsOf, type FigureReading } from '../../../pages/live-figures/figure-reading';
import type { FigureCell, FigureTable } from '../../../pages/live-figures/figure-view';
import { percentOf } from '../../../pages/live-figures/figure-words';
import { LIVE, TABLE_NAMES } from '../../../pages/live-figures/live-figures.copy';
import { SECTIONS } from '../../../pages/live-figures/tables';
import {
  CodeProperty,
  CodesProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

const UNITS = ['minutes', 'days'];
const IS_NULL = { nullable: true };

export class LiveTableItemView {
  @TextProperty('The table.', 'promise-by-district')
  id: string;

  @TextProperty('What it is called.', 'The promise by district')
  title: string;

  @CodesProperty(FIGURE_SPANS, 'Over how many months it is told: a shorter time would hold few people.')
  spans: readonly string[];

  @ApiProperty({
    type: [String],
    description: 'The measures that it shows.',
    example: ['first-conversation-in-time'],
  })
  measures: string[];

  @TextProperty('Where it is, over the newest months.', '/api/v1/figures/live/promise-by-district')
  href: string;
}

export class LiveTableListView {
  @ApiProperty({
    type: [String],
    description: 'Months that figures can end with, newest first.',
    example: ['2026-09'],
  })
  months: readonly string[];

  @ApiProperty({ type: [LiveTableItemView], description: 'Every table that there is. Nothing else is told.' })
  items: LiveTableItemView[];
}

/** The numbers of one figure. Denominator and exclusions sum to `total`. */
export class FigureNumbersView {
  @NumberProperty('Numerator; of a length of time, how many were measured.', 18)
  numerator: number;

  @NumberProperty('Denominator.', 22)
  denominator: number;

  @TextProperty(
    'Per cent, to one decimal; null on a base under 10, and of a length of time.',
    '81.8',
    IS_NULL,
  )
  percent: string | null;

  @CodeProperty(UNITS, 'What a length of time is counted in; null of a share.', IS_NULL)
  unit: string | null;

  @NumberProperty('Median of a length of time; null of a share and where nobody was measured.', 95, IS_NULL)
  median: number | null;

  @NumberProperty('Nine in ten are as long as this or shorter; null as the median is.', 310, IS_NULL)
  p90: number | null;

  @NumberProperty(
    'Full-time posts that the denominator is divided by; null of every other figure.',
    2.5,
    IS_NULL,
  )
  posts: number | null;

  @NumberProperty('Everybody: those of the denominator and those left out.', 25)
  total: number;
}

export class FigureReferenceView {
  @TextProperty('The measure.', 'first-conversation-in-time')
  measure: string;

  @TextProperty('The row; null of the whole area.', 'E07999999', IS_NULL)
  value: string | null;

  @TextProperty('The limit; null of a measure without.', '24h', IS_NULL)
  limb: string | null;

  @TextProperty('The part; null of a measure without.', 'recorded', IS_NULL)
  part: string | null;
}

export class LiveCellView {
  @TextProperty('As the page writes it.', '18 of 22 (81.8%)')
  text: string;

  @ApiProperty({
    type: FigureReferenceView,
    nullable: true,
    description: 'Which figure; null of a plain count.',
  })
  figure: FigureReferenceView | null;

  @ApiProperty({
    type: FigureNumbersView,
    nullable: true,
    description: 'Its numbers; null of a plain count.',
  })
  numbers: FigureNumbersView | null;

  @TextProperty(
    'Where it is explained; null of a plain count.',
    '/api/v1/figures/live/times/explain',
    IS_NULL,
  )
  explain: string | null;
}

export class LiveRowView {
  @TextProperty('The heading of the row.', 'Sampleton')
  title: string;

  @ApiProperty({ type: [LiveCellView], description: 'A cell for each column.' })
  cells: LiveCellView[];
}

export class LivePartView {
  @TextProperty('Its caption.', 'The promise by district, April 2025 to March 2026')
  title: string;

  @TextProperty('What its rows are.', 'District')
  rowsTitle: string;

  @ApiProperty({ type: [String], description: 'Headings of its columns.', example: ['In time: 24 hours'] })
  columns: readonly string[];

  @ApiProperty({ type: [LiveRowView], description: 'Its rows.' })
  rows: LiveRowView[];
}

export class LiveHeadlineView extends FigureNumbersView {
  @TextProperty('The limit.', '1wd')
  limb: string;

  @ApiProperty({ type: Boolean, description: 'Whether it is the limit that counts.', example: true })
  binding: boolean;

  @TextProperty('Where it is explained.', '/api/v1/figures/live/reach/explain')
  explain: string;
}

export class LiveTableView {
  @CodeProperty(LIVE_TABLE_IDS, 'The table.')
  id: string;

  @TextProperty('What it is called.', 'The promise by district')
  title: string;

  @CodeProperty(FIGURE_SPANS, 'Over how many months.')
  span: string;

  @TextProperty('The first month.', '2025-10')
  from: string;

  @TextProperty('The last month.', '2026-09')
  until: string;

  @InstantProperty('The service’s time when it was counted.')
  asAt: string;

  @TextProperty('Who these are for: small counts stand as they are.', 'Do not pass these figures on.')
  internal: string;

  @ApiProperty({ type: [LiveHeadlineView], description: 'The promise of the whole area under each limit.' })
  headlines: LiveHeadlineView[];

  @ApiProperty({ type: [String], description: 'What a reader must know first.', example: ['A sample note.'] })
  intro: readonly string[];

  @ApiProperty({ type: [LivePartView], description: 'The tables; none where nobody was referred.' })
  tables: LivePartView[];

  @ApiProperty({ type: [String], description: 'What else a reader must know.', example: ['A sample note.'] })
  notes: readonly string[];
}

export function liveTableListView(months: readonly string[]): LiveTableListView {
  return {
    months,
    items: LIVE_TABLE_IDS.map((id) => ({
      id,
      title: TABLE_NAMES[id],
      spans: LIVE_TABLES[id].spans,
      measures: LIVE_MEASURES.filter(({ tables }) => tables.includes(id)).map(({ measure }) => measure.id),
      href: `/api/v1/figures/live/${id}`,
    })),
  };
}

/** What the page of a table is drawn from, with the numbers beside each text. */
export function liveTableView(reading: FigureReading): LiveTableView {
  const { asked, asAt, limbs } = reading;
  const { table, span, until } = asked;
  const section = limbs.length === 0 ? null : SECTIONS[table](reading);
  return {
    id: table,
    title: TABLE_NAMES[table],
    span,
    from: monthsOfSpan(span, until).from.slice(0, 7),
    until,
    asAt: isoOf(asAt),
    internal: LIVE.internal,
    headlines: limbsOf(reading).map(({ limb, binding }, n) => headlineView(limb, binding, limbs[n]!, asked)),
    intro: section?.intro ?? [],
    tables: section?.tables.map(partView) ?? [],
    notes: section?.notes ?? [],
  };
}

/** Where a program reads how one figure was worked out. */
export function explainHref({ table, span, until, measure, value, limb, part }: FigureAsked): string {
  const query = new URLSearchParams({
    measure,
    span,
    until,
    ...(value !== undefined && { value }),
    ...(limb !== undefined && { limb }),
    ...(part !== undefined && { part }),
  });
  return `/api/v1/figures/live/${table}/explain?${query.toString()}`;
}

export function figureReferenceView({ measure, value, limb, part }: FigureAsked): FigureReferenceView {
  return { measure, value: value ?? null, limb: limb ?? null, part: part ?? null };
}

export function figureNumbersView(working: FigureWorking, measure: string): FigureNumbersView {
  const unit = LIVE_MEASURES.find((one) => one.measure.id === measure)?.unit ?? null;
  const { numerator, denominator, total, spread, posts } = working;
  return {
    numerator,
    denominator,
    percent: unit === null ? percentOf(working) : null,
    unit,
    median: spread?.median ?? null,
    p90: spread?.p90 ?? null,
    posts: posts === undefined ? null : posts / 100,
    total,
  };
}

function headlineView(
  limb: string,
  binding: boolean,
  counts: FigureReading['limbs'][number],
  { span, until }: FigureReading['asked'],
): LiveHeadlineView {
  const { met, missed, stillOpen, cancelled } = counts;
  const denominator = met + missed;
  const measure = 'first-conversation-in-time';
  return {
    limb,
    binding,
    explain: explainHref({ table: 'reach', span, until, measure, limb }),
    numerator: met,
    denominator,
    percent: percentOf({ numerator: met, denominator }),
    unit: null,
    median: null,
    p90: null,
    posts: null,
    total: denominator + stillOpen + cancelled,
  };
}

function partView({ caption, firstHead, heads, rows }: FigureTable): LivePartView {
  return {
    title: caption,
    rowsTitle: firstHead,
    columns: heads,
    rows: rows.map(({ name, cells }) => ({ title: name, cells: cells.map(cellView) })),
  };
}

function cellView({ text, explain }: FigureCell): LiveCellView {
  if (explain === null) return { text, figure: null, numbers: null, explain: null };
  const { asked, working } = explain;
  return {
    text,
    figure: figureReferenceView(asked),
    numbers: figureNumbersView(working, asked.measure),
    explain: explainHref(asked),
  };
}
