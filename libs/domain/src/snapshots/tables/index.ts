import type { CountedFacts, CountedSnapshotTable, CountedTableBuilder } from '../counted/counted-table';
import { attemptTables } from '../counted/attempt-tables';
import { completenessTables } from '../counted/completeness-table';
import { engagementTables } from '../counted/engagement-table';
import { justiceTables } from '../counted/justice-tables';
import { missTables } from '../counted/miss-table';
import { needTables } from '../counted/need-table';
import { notReachedTables } from '../counted/not-reached-table';
import { complaintTables } from '../counted/complaint-table';
import { outcomeTables } from '../counted/outcome-table';
import { promiseCutTables } from '../counted/promise-cuts';
import { staffingTables } from '../counted/staffing-table';
import { timeTables, weekdayTables } from '../counted/time-tables';
import { waitTables } from '../counted/wait-table';
import type { QuarterFacts, SnapshotTableBuilder } from '../quarter-facts';
import { snapshotTableFaults, type SnapshotTable } from '../snapshot-table';
import { codeTables } from './code-table';
import { confirmationTables } from './confirmation-table';
import { coverageTables } from './coverage-table';
import { promiseTables } from './promise-table';
import { reachTables } from './reach-table';
import { waitingTables } from './waiting-table';

/** What is released already, or is the exact promise, and stands as it is; or what is counted and protected with all others. */
type ReportPart =
  | { readonly kind: 'stands'; readonly build: SnapshotTableBuilder }
  | { readonly kind: 'counted'; readonly build: CountedTableBuilder };

const stands = (build: SnapshotTableBuilder): ReportPart => ({ kind: 'stands', build });
const counted = (build: CountedTableBuilder): ReportPart => ({ kind: 'counted', build });

/** Everything that a quarter publishes, in the order of the report; a new subject is a file and a line. */
const PARTS: readonly ReportPart[] = [
  stands(promiseTables),
  stands(confirmationTables),
  counted(promiseCutTables),
  counted(missTables),
  counted(staffingTables),
  counted(timeTables),
  counted(weekdayTables),
  counted(attemptTables),
  counted(notReachedTables),
  counted(engagementTables),
  counted(waitTables),
  stands(waitingTables),
  counted(needTables),
  counted(outcomeTables),
  counted(complaintTables),
  counted(justiceTables),
  stands(codeTables),
  counted(completenessTables),
  stands(coverageTables),
  stands(reachTables),
];

/** All that a quarter counts anew, to be protected together. */
export function countedTables(facts: CountedFacts): readonly CountedSnapshotTable[] {
  return PARTS.flatMap((part) => (part.kind === 'counted' ? part.build(facts) : []));
}

/**
 * The tables of a quarter: what stands as it is, and of what was counted what may be published. Throws on a table that
 * has a fault: a builder is wrong, and nothing is published.
 */
export function tablesOfQuarter(
  facts: QuarterFacts,
  {
    counted: of,
    published,
  }: { readonly counted: CountedFacts; readonly published: readonly SnapshotTable[] },
): readonly SnapshotTable[] {
  const tables = PARTS.flatMap((part) => {
    if (part.kind === 'stands') return part.build(facts);
    return part.build(of).flatMap(({ id }) => published.find((table) => table.id === id) ?? []);
  });
  const ids = tables.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `table ${id} stands twice`);
  const faults = [...tables.flatMap(snapshotTableFaults), ...twice];
  if (faults.length > 0) throw new Error(faults.join('; '));
  return tables;
}
