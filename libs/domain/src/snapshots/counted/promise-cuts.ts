import {
  bucketsOf,
  FIRST_CONVERSATION_IN_TIME,
  NOT_RECORDED,
  type Cell,
  type FigureSpan,
  type RollupDimension,
} from '../../reporting';
import { OFFENCE_GROUPS, SOURCES } from '../../referral';
import { WEEKDAYS } from '../../time';
import { measureNow, SMALL_COUNTS_NOTE, withinWords } from '../words';
import {
  count,
  exact,
  PERCENT,
  type CountedColumn,
  type CountedFacts,
  type CountedSnapshotTable,
  type CountedTableBuilder,
} from './counted-table';
import { monthsInWords } from './month-words';

interface PromiseCut {
  readonly dimension: RollupDimension;
  readonly span: FigureSpan;
  readonly by: string;
  readonly rowsTitle: string;
}

const CUTS: readonly PromiseCut[] = [
  { dimension: 'district', span: 'twelve-months', by: 'by district', rowsTitle: 'District' },
  { dimension: 'centre', span: 'twelve-months', by: 'by centre', rowsTitle: 'Centre' },
  {
    dimension: 'offence-group',
    span: 'twelve-months',
    by: 'by kind of offence',
    rowsTitle: 'Kind of offence',
  },
  { dimension: 'source', span: 'twelve-months', by: 'by who referred', rowsTitle: 'Who referred' },
  { dimension: 'weekday', span: 'quarter', by: 'by day of the week', rowsTitle: 'Day of the report' },
];

const COLUMNS: readonly CountedColumn[] = [
  { id: 'decided', title: 'Decided', unit: 'rounded' },
  { id: 'met', title: 'In time', unit: 'rounded' },
  {
    id: 'percent',
    title: 'In time, per cent of decided',
    unit: 'percent',
    numerator: 'met',
    base: 'decided',
  },
  { id: 'missed', title: 'Not in time', unit: 'rounded' },
];

const ALL = 'all';
const POLICE = 'police';

/** The contact promise by district, centre, kind of offence and who referred over a year, and by weekday. */
export const promiseCutTables: CountedTableBuilder = (facts) =>
  CUTS.flatMap((cut) => {
    const cells = facts.cellsOf(cut.dimension, cut.span).filter(({ measure }) => measure === 'promise');
    if (cells.length === 0) return [];
    return facts.limbs.map((of, at) => cutTable(facts, { cut, cells, of, at }));
  });

function cutTable(
  facts: CountedFacts,
  {
    cut,
    cells,
    of,
    at,
  }: {
    readonly cut: PromiseCut;
    readonly cells: readonly Cell[];
    readonly of: CountedFacts['limbs'][number];
    readonly at: number;
  },
): CountedSnapshotTable {
  const { dimension, span, by, rowsTitle } = cut;
  const { limb } = of;
  const values = valuesOf(cells, facts, dimension);
  const months = facts.months[span];
  const standing = (isAsked: (value: string) => boolean) => {
    const states = bucketsOf(
      cells.filter((cell) => cell.limb === limb.id && isAsked(cell.value)),
      'promise',
    );
    return { met: states.get('met') ?? 0, missed: states.get('missed') ?? 0 };
  };
  const rowOf = (kind: typeof count, { met, missed }: ReturnType<typeof standing>) => [
    kind(met + missed),
    kind(met),
    PERCENT,
    kind(missed),
  ];
  const bySource = dimension === 'source';
  const rows = values.map((value) => ({
    id: value,
    title: facts.nameOf(dimension, value),
    cells: rowOf(
      bySource && value === POLICE ? exact : count,
      standing((one) => one === value),
    ),
  }));
  const total = {
    id: ALL,
    title: 'The whole area',
    cells: rowOf(
      exact,
      standing(() => true),
    ),
  };
  const others = values.filter((value) => value !== POLICE);
  const id = tableId(dimension, limb.id);
  const first = tableId(dimension, facts.limbs[0]!.limb.id);
  return {
    id,
    title: `First conversation ${withinWords(limb)}, ${by}, ${monthsInWords(months)}`,
    measure: measureNow(FIRST_CONVERSATION_IN_TIME.id),
    rowsTitle,
    months,
    columns: COLUMNS,
    rows: bySource ? rows : [...rows, total],
    columnSums: [{ total: 'decided', parts: ['met', 'missed'] }],
    totalRow: bySource ? null : ALL,
    links:
      at === 0
        ? []
        : values.map((row) => ({
            kind: 'alike',
            places: [first, id].map((table) => ({ table, row, column: 'decided' })),
          })),
    merges: bySource
      ? [{ rows: others, into: { id: 'other-doors', label: 'Everybody but the police' } }]
      : [{ rows: values, into: null }],
    notes: [
      of.binding
        ? 'This is the limit that binds: missing it is what is raised with the service.'
        : 'This limit is counted beside the one that binds.',
      bySource
        ? 'The promise is counted for what the police refer. Referrals by others stand beside it and are no part of it.'
        : 'Referrals by the police. What is still open or was cancelled is not among the decided.',
      'The numbers of the whole area are exact. Other percentages come from rounded numbers, and there is none where fewer than 10 are decided: it stands as [u].',
      SMALL_COUNTS_NOTE,
    ],
  };
}

function tableId(dimension: RollupDimension, limb: string): string {
  return `promise-by-${dimension}-${limb}`;
}

const ORDERS: Readonly<Partial<Record<RollupDimension, readonly string[]>>> = {
  weekday: WEEKDAYS,
  source: SOURCES,
  'offence-group': OFFENCE_GROUPS,
};

/** Codes that are counted, in their order or by name; what nobody recorded comes last. */
function valuesOf(
  cells: readonly Cell[],
  { nameOf }: Pick<CountedFacts, 'nameOf'>,
  dimension: RollupDimension,
): readonly string[] {
  const order = [...(ORDERS[dimension] ?? []), '', NOT_RECORDED];
  const place = (value: string) => order.indexOf(order.includes(value) ? value : '');
  const name = (value: string) => nameOf(dimension, value);
  return [...new Set(cells.map(({ value }) => value))].toSorted(
    (one, other) => place(one) - place(other) || name(one).localeCompare(name(other), 'en-GB'),
  );
}
