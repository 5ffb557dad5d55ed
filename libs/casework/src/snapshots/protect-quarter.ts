import {
  commonMonthLinks,
  countedTables,
  publishedSnapshot,
  reportTable,
  snapshotName,
  tablesToRelease,
  type CountedFacts,
  type CountedSnapshotTable,
  type Snapshot,
  type SnapshotTable,
} from '#libs/domain';
import { protectRelease, type Disclosure, type ReleaseRefusal } from '../disclosure';

/** A report with its tables as they are kept. */
export interface KeptReport extends Pick<Snapshot, 'quarter' | 'version'> {
  readonly tables: readonly SnapshotTable[];
}

export interface ProtectedQuarter {
  readonly tables: readonly SnapshotTable[];
  /** Titles of tables in which somebody could be found whatever is hidden. */
  readonly leftOut: readonly string[];
}

/**
 * All that a quarter counts anew as it may be published: protected together and beside what is published of months in
 * common, and tried by the attacker. A table in which somebody could be found all the same is left out whole.
 */
export async function protectQuarter(
  disclosure: Disclosure,
  {
    of,
    facts,
    beside,
  }: {
    readonly of: Pick<Snapshot, 'quarter' | 'version'>;
    readonly facts: CountedFacts;
    readonly beside: readonly KeptReport[];
  },
): Promise<ProtectedQuarter> {
  const name = snapshotName(of);
  const { rule } = disclosure;
  const all = countedTables(facts);
  const others = beside.map((report) => ({ name: snapshotName(report), tables: report.tables }));
  const known = others.map((report) => publishedSnapshot(report.tables, { name: report.name, rule }));
  let tables = all;
  while (tables.length > 0) {
    const { tables: counted, links } = tablesToRelease(tables, name);
    const made = await protectRelease(disclosure, {
      tables: counted,
      earlier: known.flatMap((one) => one.tables),
      links: [
        ...links,
        ...known.flatMap((one) => one.links),
        ...commonMonthLinks([...others, { name, tables }]),
      ],
    });
    if (made.kind === 'released') {
      const published = made.tables;
      return {
        tables: tables.map((table, at) => reportTable(table, published[at]!)),
        leftOut: all.filter((table) => !tables.includes(table)).map(({ title }) => title),
      };
    }
    tables = withoutLeaks(tables, { name, refusal: made });
  }
  return { tables: [], leftOut: all.map(({ title }) => title) };
}

/** Where nobody can say which table it is, none is left. */
function withoutLeaks(
  tables: readonly CountedSnapshotTable[],
  { name, refusal }: { readonly name: string; readonly refusal: ReleaseRefusal },
): readonly CountedSnapshotTable[] {
  const named = new Set([
    ...refusal.leaks.map(({ cell }) => cell.table),
    ...refusal.findings.flatMap((finding) => ('cell' in finding ? [finding.cell.table] : [])),
  ]);
  const left = tables.filter(({ id }) => !named.has(`${name}: ${id}`));
  return left.length === tables.length ? [] : left;
}
