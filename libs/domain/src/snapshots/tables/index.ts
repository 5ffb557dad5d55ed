import type { QuarterFacts, SnapshotTableBuilder } from '../quarter-facts';
import { snapshotTableFaults, type SnapshotTable } from '../snapshot-table';
import { codeTables } from './code-table';
import { coverageTables } from './coverage-table';
import { promiseTables } from './promise-table';
import { waitingTables } from './waiting-table';

/** Everything that a quarter publishes, in the order of the report; a new subject is a file and a line. */
const BUILDERS: readonly SnapshotTableBuilder[] = [promiseTables, waitingTables, codeTables, coverageTables];

/** The tables of a quarter. Throws on a table that has a fault: a builder is wrong, and nothing is published. */
export function tablesOfQuarter(facts: QuarterFacts): readonly SnapshotTable[] {
  const tables = BUILDERS.flatMap((build) => build(facts));
  const ids = tables.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `table ${id} stands twice`);
  const faults = [...tables.flatMap(snapshotTableFaults), ...twice];
  if (faults.length > 0) throw new Error(faults.join('; '));
  return tables;
}
