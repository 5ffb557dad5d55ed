import type { Book, BookCell, BookSheet } from '#libs/config';
import { cellText, isMark, type SnapshotCell, type SnapshotTable } from '#libs/domain';
import { REPORT } from '../snapshots.copy';

export interface BookParts {
  readonly title: string;
  /** Key and value, as the page has them. */
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  readonly tables: readonly SnapshotTable[];
}

/** A report as government spreadsheets are laid out: cover, contents, notes, then a sheet for each table. */
export function snapshotBook({ title, facts, tables }: BookParts): Book {
  const named = tables.map((table, at) => ({ table, sheet: REPORT.tableSheet(at + 1) }));
  return {
    title,
    sheets: [
      {
        name: REPORT.coverSheet,
        rows: [
          [heading(title, 'title')],
          [words(REPORT.coverIntro)],
          ...facts.map(({ key, value }) => [words(`${key}: ${value}`)]),
          [heading(REPORT.marksTitle, 'heading')],
          ...REPORT.marks.map((mark) => [words(mark)]),
        ],
      },
      listSheet(REPORT.contentsSheet, REPORT.contents, {
        headings: [REPORT.sheetHead, REPORT.tableHead],
        rows: named.map(({ sheet, table }) => [sheet, table.title]),
      }),
      listSheet(REPORT.notesSheet, REPORT.notes, {
        headings: [REPORT.sheetHead, REPORT.noteHead],
        rows: named.flatMap(({ sheet, table }) => notesOf(table).map((note) => [sheet, note])),
      }),
      ...named.map(({ sheet, table }) => tableSheet(sheet, table)),
    ],
  };
}

/** The notes of a table, its measure first. */
export function notesOf({ measure, notes }: SnapshotTable): readonly string[] {
  return measure === null ? notes : [REPORT.measure(measure), ...notes];
}

function listSheet(
  name: string,
  title: string,
  { headings, rows }: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] },
): BookSheet {
  return {
    name,
    rows: [
      [heading(title, 'title')],
      [words(REPORT.oneTable)],
      headings.map((one) => heading(one, 'heading')),
      ...rows.map((row) => row.map(words)),
    ],
    table: { name: `${name}_list`, headings: 2 },
  };
}

function tableSheet(name: string, table: SnapshotTable): BookSheet {
  return {
    name,
    rows: [
      [heading(table.title, 'title')],
      [words(`${REPORT.oneTable} ${REPORT.notesIntro}`)],
      [table.rowsTitle, ...table.columns.map(({ title }) => title)].map((one) => heading(one, 'heading')),
      ...table.rows.map(({ title, cells }) => [heading(title, 'row-heading'), ...cells.map(numberOrMark)]),
    ],
    table: { name: table.id.replaceAll('-', '_'), headings: 2 },
  };
}

function numberOrMark(cell: SnapshotCell): BookCell {
  return isMark(cell) ? words(cell) : { kind: 'number', digits: cellText(cell) };
}

function words(text: string): BookCell {
  return { kind: 'words', words: text };
}

function heading(text: string, style: 'title' | 'heading' | 'row-heading'): BookCell {
  return { kind: 'words', words: text, style };
}
