import { cellText, isMark, quarterInWords, type SnapshotTable, type UserId } from '#libs/domain';
import type { SnapshotLine } from '#libs/persistence';
import { timeInWords } from '../../formatting/moments';
import { csvName } from './files/snapshot-files';
import { notesOf } from './files/snapshot-book';
import { REPORT, RESTATEMENT_WORDS } from './snapshots.copy';

export interface ReportParts {
  readonly line: SnapshotLine;
  readonly tables: readonly SnapshotTable[];
  readonly timezone: string;
  /** Boards that every release of the area goes to. */
  readonly boards: readonly string[];
  /** Who did what, for those who close quarters; null for everybody else. */
  readonly nameOf: ((userId: UserId | null) => string) | null;
}

/** The address of a report. */
export function pathOf({ quarter, version }: { readonly quarter: string; readonly version: number }): string {
  return `/figures/quarters/${quarter}/${version}`;
}

/** Where the numbers of one row are explained. */
export function explainReportPath(
  of: { readonly quarter: string; readonly version: number },
  { table, row }: { readonly table: string; readonly row: string },
): string {
  return `${pathOf(of)}/explain?${new URLSearchParams({ table, row }).toString()}`;
}

/** What a report says, for its page, for the file of it and for its cover sheet. */
export function reportView(parts: ReportParts) {
  const { line, tables } = parts;
  const { quarter } = line.snapshot;
  return {
    copy: REPORT,
    title: REPORT.title(quarterInWords(quarter)),
    restated:
      line.restatedBy === null || line.restatedBy.reason === null
        ? null
        : {
            words: REPORT.restatedBy(line.restatedBy.version, RESTATEMENT_WORDS[line.restatedBy.reason]),
            path: pathOf({ quarter, version: line.restatedBy.version }),
            link: REPORT.restatedLink(line.restatedBy.version),
          },
    headlines: tables.flatMap(headlineOf),
    headlineLinks: tables.filter(isHeadline).map((table) => ({
      path: explainReportPath(line.snapshot, { table: table.id, row: 'quarter' }),
      what: table.title,
    })),
    facts: factsOf(parts),
    tables: tables.map((table) => ({
      ...tableView(table, pathOf(line.snapshot)),
      explain: explainLink(table, line.snapshot),
    })),
  };
}

function factsOf({ line, timezone, nameOf, boards }: ReportParts) {
  const { snapshot, policyVersions, calendarVersions, disclosureRule, seal, keyId, restatesVersion } = line;
  const { facts } = REPORT;
  const { countedAt, signedOffAt, reason } = snapshot;
  const rows: readonly (readonly [string, string | null])[] = [
    [facts.version, String(snapshot.version)],
    [facts.countedAt, timeInWords(countedAt, timezone)],
    [facts.countedBy, nameOf?.(snapshot.countedBy) ?? null],
    [facts.proposedBy, snapshot.proposedBy === null ? null : (nameOf?.(snapshot.proposedBy) ?? null)],
    [facts.signedOffAt, signedOffAt === null ? null : timeInWords(signedOffAt, timezone)],
    [facts.signedOffBy, snapshot.signedOffBy === null ? null : (nameOf?.(snapshot.signedOffBy) ?? null)],
    [
      facts.restates,
      restatesVersion === null || reason === null
        ? null
        : REPORT.restates(restatesVersion, RESTATEMENT_WORDS[reason]),
    ],
    [facts.goesTo, boards.join('; ') || null],
    [facts.policies, policyVersions.join(', ') || null],
    [facts.calendars, calendarVersions.join(', ') || null],
    [facts.rule, REPORT.rule(disclosureRule)],
    [facts.seal, seal === null ? REPORT.noSeal : REPORT.seal(seal)],
    [facts.signature, signedOffAt === null ? null : keyId === null ? REPORT.notSigned : REPORT.signed(keyId)],
  ];
  return rows.flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
}

/** The way to the working of a table: that of its total, or of its first row. Null where no measure is defined. */
function explainLink(
  { id, title, measure, rows, sums }: SnapshotTable,
  snapshot: Parameters<typeof pathOf>[0],
): { readonly path: string; readonly text: string } | null {
  const total = sums.find(({ of }) => of === 'rows')?.total;
  const row = rows.find((one) => one.id === total) ?? rows[0];
  if (measure === null || row === undefined) return null;
  return {
    path: explainReportPath(snapshot, { table: id, row: row.id }),
    text: REPORT.explainTable(title),
  };
}

function isHeadline({ id, rows }: Pick<SnapshotTable, 'id' | 'rows'>): boolean {
  return id.startsWith('promise-') && rows.some((row) => row.id === 'quarter');
}

/** Both limbs of the promise in one sentence each, of the same size. */
function headlineOf({ id, title, columns, rows }: SnapshotTable): readonly string[] {
  const whole = rows.find((row) => row.id === 'quarter');
  if (whole === undefined || !isHeadline({ id, rows })) return [];
  const cell = (column: string) => whole.cells[columns.findIndex((one) => one.id === column)] ?? '[x]';
  const percent = cell('percent');
  return [
    REPORT.headline({
      met: withCommas(cell('met')),
      decided: withCommas(cell('decided')),
      percent: isMark(percent) ? null : String(percent),
      title: title.charAt(0).toLowerCase() + title.slice(1),
    }),
  ];
}

function tableView(table: SnapshotTable, path: string) {
  const { id, title, rowsTitle, columns, rows } = table;
  return {
    id,
    title,
    rowsTitle,
    columns: columns.map((column) => column.title),
    rows: rows.map((row) => ({
      title: row.title,
      cells: row.cells.map((cell, at) => ({ label: columns[at]!.title, text: withCommas(cell) })),
    })),
    notes: notesOf(table),
    csv: { path: `${path}/files/${csvName(table)}`, text: REPORT.downloadCsv(title) },
  };
}

/** Thousands parted by commas, as British readers expect; a mark as it is. */
export function withCommas(cell: string | number): string {
  return typeof cell === 'number' ? cell.toLocaleString('en-GB') : cellText(cell);
}
