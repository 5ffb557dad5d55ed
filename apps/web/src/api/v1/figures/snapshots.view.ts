import { ApiProperty } from '@nestjs/swagger';
import {
  CELL_MARKS,
  COLUMN_UNITS,
  compareTables,
  isoOf,
  RESTATEMENT_REASONS,
  SNAPSHOT_STATES,
  type Snapshot,
  type SnapshotTable,
} from '#libs/domain';
import type { SnapshotDocument, SnapshotLine } from '#libs/persistence';
import { CodeProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';

const CELL = {
  anyOf: [{ type: 'integer' }, { type: 'string' }],
  description: `A whole number; a percentage written out, such as 90.0; or what stands in its place: ${CELL_MARKS.join(', ')}.`,
};

const CHANGED_CELL = { ...CELL, anyOf: [...CELL.anyOf, { type: 'null' }] };

export class SnapshotItemView {
  @TextProperty('The first month of the quarter.', '2026-07')
  quarter: string;

  @NumberProperty('The version: 1 for the first count of the quarter.', 1)
  version: number;

  @CodeProperty(SNAPSHOT_STATES, 'A commissioner reads what is signed off, and what was restated since.')
  state: string;

  @InstantProperty('When it was counted.')
  countedAt: string;

  @InstantProperty('When it was signed off; null until then.', { nullable: true })
  signedOffAt: string | null;

  @CodeProperty(RESTATEMENT_REASONS, 'Why the quarter was counted again; null the first time.', {
    nullable: true,
  })
  reason: string | null;
}

export class SnapshotListView {
  @ApiProperty({ type: [SnapshotItemView], description: 'Newest first; the latest 200.' })
  items: SnapshotItemView[];
}

export class SnapshotColumnView {
  @TextProperty('The id of the column.', 'met')
  id: string;

  @TextProperty('Its heading.', 'In time')
  title: string;

  @CodeProperty(COLUMN_UNITS, 'What its numbers are.')
  unit: string;
}

export class SnapshotRowView {
  @TextProperty('The id of the row.', '2026-07')
  id: string;

  @TextProperty('Its heading.', 'July 2026')
  title: string;

  @ApiProperty({
    type: 'array',
    items: CELL,
    description: 'A cell for each column.',
    example: [120, '90.0', '[c]'],
  })
  cells: (number | string)[];
}

export class SnapshotTableView {
  @TextProperty('The id of the table.', 'promise-1wd')
  id: string;

  @TextProperty('Its title.', 'First conversation within one working day, by month, July to September 2026')
  title: string;

  @TextProperty('The measure and its version; null where none is defined.', 'first-conversation-in-time v2', {
    nullable: true,
  })
  measure: string | null;

  @TextProperty('What its rows are.', 'Month of the report to the police')
  rowsTitle: string;

  @ApiProperty({ type: [SnapshotColumnView], description: 'Its columns.' })
  columns: SnapshotColumnView[];

  @ApiProperty({ type: [SnapshotRowView], description: 'Its rows.' })
  rows: SnapshotRowView[];

  @ApiProperty({
    type: [String],
    description: 'What a reader must know.',
    example: ['Rounded to the nearest 5.'],
  })
  notes: string[];
}

export class SnapshotView extends SnapshotItemView {
  @NumberProperty('The version that this one restates; null where it restates none.', 1, { nullable: true })
  restatesVersion: number | null;

  @NumberProperty('The version that took its place; null while none did.', 2, { nullable: true })
  restatedByVersion: number | null;

  @ApiProperty({
    type: [String],
    description: 'Policies that clocks ran under.',
    example: ['sample-first-contact v1'],
  })
  policyVersions: string[];

  @ApiProperty({ type: [String], description: 'Calendars they used.', example: ['sample-service-days v1'] })
  calendarVersions: string[];

  @TextProperty('The rule that small counts are hidden under, and its version.', 'small-counts 2026-1')
  disclosureRule: string;

  @NumberProperty('The newest seal of the journal when it was counted; null where there was none.', 41, {
    nullable: true,
  })
  seal: number | null;

  @TextProperty('The key that it is signed with; null until it is.', '0123456789abcdef', { nullable: true })
  keyId: string | null;

  @ApiProperty({ type: [SnapshotTableView], description: 'Its tables, in the order of the report.' })
  tables: SnapshotTableView[];
}

export class SnapshotCellChangeView {
  @TextProperty('The heading of the row.', 'July 2026')
  row: string;

  @TextProperty('The heading of the column.', 'In time')
  column: string;

  @ApiProperty({ ...CHANGED_CELL, example: 110 })
  before: number | string | null;

  @ApiProperty({ ...CHANGED_CELL, example: 112 })
  after: number | string | null;
}

export class SnapshotTableChangeView {
  @TextProperty('The id of the table.', 'promise-1wd')
  id: string;

  @CodeProperty(['same', 'changed', 'added', 'left-out'], 'Whether it is the same in both.')
  kind: string;

  @ApiProperty({ type: [SnapshotCellChangeView], description: 'Every cell that is not the same.' })
  cells: SnapshotCellChangeView[];
}

export class SnapshotComparisonView {
  @CodeProperty(RESTATEMENT_REASONS, 'Why the later restates the earlier; null where it does not.', {
    nullable: true,
  })
  reason: string | null;

  @ApiProperty({ type: [SnapshotTableChangeView], description: 'Every table of both.' })
  tables: SnapshotTableChangeView[];
}

export class SignedSnapshotView {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What is signed (waymark-snapshot-1).',
    example: { format: 'waymark-snapshot-1' },
  })
  manifest: SnapshotDocument['manifest'];

  @TextProperty('Ed25519 over the canonical JSON (RFC 8785) of the manifest, in base64.', 'c2lnbmF0dXJl')
  signature: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Public keys, and how each vouches for the next.',
    example: [{ keyId: '0123456789abcdef' }],
  })
  keys: SnapshotDocument['keys'][number][];

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'The tables, as their hashes were taken.',
    example: [{ id: 'promise-1wd' }],
  })
  tables: SnapshotTable[];
}

export function itemView({
  quarter,
  version,
  state,
  countedAt,
  signedOffAt,
  reason,
}: Snapshot): SnapshotItemView {
  return {
    quarter,
    version,
    state,
    countedAt: isoOf(countedAt),
    signedOffAt: signedOffAt === null ? null : isoOf(signedOffAt),
    reason,
  };
}

export function snapshotView(line: SnapshotLine, tables: readonly SnapshotTable[]): SnapshotView {
  const { snapshot, policyVersions, calendarVersions, disclosureRule, seal, keyId } = line;
  return {
    ...itemView(snapshot),
    restatesVersion: line.restatesVersion,
    restatedByVersion: line.restatedBy?.version ?? null,
    policyVersions: [...policyVersions],
    calendarVersions: [...calendarVersions],
    disclosureRule,
    seal,
    keyId,
    tables: tables.map(tableView),
  };
}

export function tableView({
  id,
  title,
  measure,
  rowsTitle,
  columns,
  rows,
  notes,
}: SnapshotTable): SnapshotTableView {
  return {
    id,
    title,
    measure,
    rowsTitle,
    columns: columns.map((column) => ({ id: column.id, title: column.title, unit: column.unit })),
    rows: rows.map((row) => ({ id: row.id, title: row.title, cells: [...row.cells] })),
    notes: [...notes],
  };
}

interface Compared {
  readonly snapshot: Snapshot;
  readonly tables: readonly SnapshotTable[];
}

export function comparisonView(before: Compared, after: Compared): SnapshotComparisonView {
  const { restates, reason } = after.snapshot;
  return {
    reason: restates === before.snapshot.id ? reason : null,
    tables: compareTables(before.tables, after.tables).map(({ id, kind, cells }) => ({
      id,
      kind,
      cells: cells.map((cell) => ({ ...cell })),
    })),
  };
}
