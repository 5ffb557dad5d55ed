import { compareTables, quarterInWords, type Snapshot, type SnapshotTable } from '#libs/domain';
import { withCommas } from './report-view';
import { CHANGE_WORDS, COMPARE, QUARTERS, RESTATEMENT_WORDS } from './snapshots.copy';

export interface Compared {
  readonly snapshot: Snapshot;
  readonly tables: readonly SnapshotTable[];
}

/** What is not the same in two reports, table by table and cell by cell, with the reason of a restatement. */
export function comparePage(before: Compared, after: Compared) {
  const changes = compareTables(before.tables, after.tables);
  const [one, other] = [nameOf(before.snapshot), nameOf(after.snapshot)];
  const { restates, reason } = after.snapshot;
  return {
    copy: COMPARE,
    title: COMPARE.title(one, other),
    head: { ...COMPARE.head, before: one, after: other },
    why: restates === before.snapshot.id && reason !== null ? COMPARE.why(RESTATEMENT_WORDS[reason]) : null,
    changed: changes
      .filter(({ kind }) => kind !== 'same')
      .map(({ title, kind, cells }) => ({
        title,
        words: kind === 'added' || kind === 'left-out' ? CHANGE_WORDS[kind] : null,
        cells: cells.map((cell) => ({
          row: cell.row,
          column: cell.column,
          before: cell.before === null ? COMPARE.notThere : withCommas(cell.before),
          after: cell.after === null ? COMPARE.notThere : withCommas(cell.after),
        })),
      })),
    same: changes.filter(({ kind }) => kind === 'same').map(({ title }) => title),
  };
}

function nameOf({ quarter, version }: Snapshot): string {
  return `${quarterInWords(quarter)}, ${QUARTERS.version(version)}`;
}
