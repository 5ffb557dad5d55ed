/**
 * What stands where a table has no number, as official statistics write it. `[c]`: hidden, it might point at somebody;
 * `[u]`: too few for a percentage; `[x]`: not known; `[z]`: nothing to count here.
 */
export const CELL_MARKS = ['[c]', '[u]', '[x]', '[z]'] as const;
export type CellMark = (typeof CELL_MARKS)[number];

/**
 * `exact`: a count as it is; `rounded`: one under the disclosure rule, exact in a row of the whole area's promise;
 * `minutes`, `days`, `weeks` and `rate` count nobody; these are whole numbers. `percent` is written out with its decimal,
 * if it has one: "90.0".
 */
export const COLUMN_UNITS = ['exact', 'rounded', 'minutes', 'days', 'weeks', 'rate', 'percent'] as const;
export type ColumnUnit = (typeof COLUMN_UNITS)[number];

export interface SnapshotColumn {
  readonly id: string;
  readonly title: string;
  readonly unit: ColumnUnit;
  /** Of a percentage, the column above the line. */
  readonly numerator?: string;
  /** Of a percentage, the column below the line; of lengths of time and rates, whose they are. */
  readonly base?: string;
}

/** A whole number, a percentage written out, or why there is none. */
export type SnapshotCell = number | string;

export interface SnapshotRow {
  readonly id: string;
  readonly title: string;
  /** One for each column. */
  readonly cells: readonly SnapshotCell[];
}

/** What adds up: in each row, or in each column, the parts make the total before anything is rounded or hidden. */
export interface SnapshotSum {
  readonly of: 'columns' | 'rows';
  readonly total: string;
  readonly parts: readonly string[];
}

/** Where a number of the same report stands; it need not be published. */
export interface SnapshotPlace {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/**
 * What a reader knows of numbers in several rows or tables of one report. `same`: one number that stands in several
 * places. `alike`: numbers of about the same people, shown together or hidden together. `sum`: parts of a total, certain
 * unless it need not hold to the last person.
 */
export type SnapshotLink =
  | { readonly kind: 'same' | 'alike'; readonly places: readonly SnapshotPlace[] }
  | {
      readonly kind: 'sum';
      readonly total: SnapshotPlace;
      readonly parts: readonly SnapshotPlace[];
      readonly certain: boolean;
    };

/**
 * One table as it is published: page, file and API are drawn from this and nothing else, so that they have the same
 * digits. Every word a reader needs is in it, for it is kept for ever.
 */
export interface SnapshotTable {
  /** Lower-case letters, digits and hyphens: the name of its file. */
  readonly id: string;
  readonly title: string;
  /** The measure and its version, `first-conversation-in-time v2`; null where none is defined. */
  readonly measure: string | null;
  /** What its rows are. */
  readonly rowsTitle: string;
  readonly columns: readonly SnapshotColumn[];
  readonly rows: readonly SnapshotRow[];
  readonly sums: readonly SnapshotSum[];
  /** Left out where nothing is known beside the sums. */
  readonly links?: readonly SnapshotLink[];
  /** The rows that are exact in columns that are rounded elsewhere; left out where there are none. */
  readonly exactRows?: readonly string[];
  /** Its months, `YYYY-MM`, both included; left out where it tells of one moment. */
  readonly months?: { readonly first: string; readonly last: string };
  readonly notes: readonly string[];
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PERCENT = /^(0|[1-9]\d*)(\.\d)?$/;

export function isMark(cell: SnapshotCell): cell is CellMark {
  return (CELL_MARKS as readonly SnapshotCell[]).includes(cell);
}

/** A cell as files and programs read it: digits without commas, or a mark. */
export function cellText(cell: SnapshotCell): string {
  return String(cell);
}

/** What is wrong with a table, in words for whoever builds it; none may be published with a fault. */
export function snapshotTableFaults(table: SnapshotTable): readonly string[] {
  const { id, columns, rows } = table;
  return [
    ...(ID.test(id) ? [] : [`table ${id}: not an id`]),
    ...(columns.length > 0 ? [] : [`table ${id}: no columns`]),
    ...repeated(columns).map((twice) => `table ${id}: column ${twice} stands twice`),
    ...repeated(rows).map((twice) => `table ${id}: row ${twice} stands twice`),
    ...columns
      .flatMap(({ numerator, base }) => [numerator, base])
      .filter((named) => named !== undefined && columns.every(({ id: column }) => column !== named))
      .map((named) => `table ${id}: no column ${named}`),
    ...rows.flatMap((row) => rowFaults(table, row)),
    ...table.sums.flatMap(({ of, total, parts }) =>
      [total, ...parts]
        .filter((named) => (of === 'columns' ? columns : rows).every(({ id: known }) => known !== named))
        .map((named) => `table ${id}: nothing called ${named} to add up`),
    ),
  ];
}

function rowFaults({ id, columns }: SnapshotTable, row: SnapshotRow): readonly string[] {
  if (row.cells.length !== columns.length) return [`table ${id}, row ${row.id}: a cell for each column`];
  return columns.flatMap(({ id: column, unit }, at) =>
    fits(row.cells[at]!, unit) ? [] : [`table ${id}, row ${row.id}, column ${column}: not a ${unit}`],
  );
}

function fits(cell: SnapshotCell, unit: ColumnUnit): boolean {
  if (isMark(cell)) return true;
  if (unit === 'percent') return typeof cell === 'string' && PERCENT.test(cell);
  return typeof cell === 'number' && Number.isSafeInteger(cell) && cell >= 0;
}

function repeated(parts: readonly { readonly id: string }[]): readonly string[] {
  const ids = parts.map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
