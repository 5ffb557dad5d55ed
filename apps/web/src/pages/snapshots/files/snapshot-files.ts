import { odsFile, zipFile } from '#libs/config';
import { csvOf, type SnapshotTable } from '#libs/domain';
import { REPORT } from '../snapshots.copy';
import { notesOf, snapshotBook, type BookParts } from './snapshot-book';
import { tableRows } from './table-words';

export interface DownloadedFile {
  readonly type: string;
  readonly content: string | Uint8Array;
}

const CSV = 'text/csv; charset=utf-8';

/** Names of the files of a report, the one with all tables first. */
export const WHOLE_FILES = { ods: 'all-tables.ods', zip: 'all-tables-csv.zip' } as const;

export function csvName({ id }: Pick<SnapshotTable, 'id'>): string {
  return `${id}.csv`;
}

/** A file of a report by its name; null where the report has no such table. */
export function snapshotFile(name: string, parts: BookParts): DownloadedFile | null {
  if (name === WHOLE_FILES.ods)
    return { type: 'application/vnd.oasis.opendocument.spreadsheet', content: odsFile(snapshotBook(parts)) };
  if (name === WHOLE_FILES.zip) return { type: 'application/zip', content: zipFile(csvFiles(parts)) };
  const table = parts.tables.find((one) => csvName(one) === name);
  return table === undefined ? null : { type: CSV, content: csvOf(tableRows(table)) };
}

/** Every name that a report answers to. */
export function fileNames(tables: readonly SnapshotTable[]): readonly string[] {
  return [WHOLE_FILES.ods, WHOLE_FILES.zip, ...tables.map(csvName)];
}

function csvFiles({ tables, facts }: BookParts) {
  return [
    { name: 'about.csv', text: csvOf(facts.map(({ key, value }) => [key, value])) },
    {
      name: 'notes.csv',
      text: csvOf([
        [REPORT.tableHead, REPORT.noteHead],
        ...tables.flatMap((table) => notesOf(table).map((note) => [table.title, note])),
      ]),
    },
    ...tables.map((table) => ({ name: csvName(table), text: csvOf(tableRows(table)) })),
  ];
}
