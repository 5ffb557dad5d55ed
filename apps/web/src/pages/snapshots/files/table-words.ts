import { cellText, type SnapshotTable } from '#libs/domain';

/** A table as rows of words, the headings first: what files hold, digit for digit. */
export function tableRows({ rowsTitle, columns, rows }: SnapshotTable): readonly (readonly string[])[] {
  return [
    [rowsTitle, ...columns.map(({ title }) => title)],
    ...rows.map(({ title, cells }) => [title, ...cells.map(cellText)]),
  ];
}
