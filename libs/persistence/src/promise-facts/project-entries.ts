import { CellTally, contributionChange, type CaseId, type FactRecord, type Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';
import type { JournalEntry } from '../journal-tail';
import { projectComplaints, turnComplaints } from './complaint-facts';
import { factRecords, saveFactRecords } from './fact-store';
import type { Side } from './figure-build';
import { concernsFigures, foldRecord, turnedRecord } from './fold-records';
import { mergeCells } from './rollup';

const MOST_TURNED = 500;

/** Takes journal entries into the facts of one side, and into its rollups in the same transaction. */
export async function projectEntries(
  manager: EntityManager,
  side: Side,
  entries: readonly JournalEntry[],
): Promise<void> {
  const told = entries.filter(concernsFigures);
  const now = await serviceNow(manager);
  await projectComplaints(manager, side, { entries, now });
  if (told.length === 0) return;
  const caseIds = [...new Set(told.map(({ caseId }) => caseId))];
  const before = await factRecords(manager, { side, caseIds });
  const after = new Map(before);
  for (const entry of told) after.set(entry.caseId, foldRecord(after.get(entry.caseId), entry, now));
  await keepChanges(manager, side, { before, after });
}

/** Lets records whose clocks have run out since stand as they do now. Returns how many there were. */
export async function turnRecords(manager: EntityManager, side: Side): Promise<number> {
  const now = await serviceNow(manager);
  const rows = await manager.query<{ case_id: CaseId }[]>(
    `select distinct case_id from (
       select case_id from report.promise_fact where side = $1 and turns_at < $2 order by turns_at limit $3
     ) due`,
    [side, new Date(now), MOST_TURNED],
  );
  const before = await factRecords(manager, { side, caseIds: rows.map(({ case_id }) => case_id) });
  const after = new Map([...before].map(([caseId, record]) => [caseId, turnedRecord(record, now)]));
  await keepChanges(manager, side, { before, after });
  return rows.length + (await turnComplaints(manager, side, now));
}

type Records = ReadonlyMap<CaseId, FactRecord>;

/** Takes away what a record counted before and adds what it counts now. */
async function keepChanges(
  manager: EntityManager,
  side: Side,
  { before, after }: { before: Records; after: Records },
): Promise<void> {
  const tally = new CellTally();
  const changed = [...after].filter(([caseId, record]) => !isSame(before.get(caseId), record));
  for (const [caseId, record] of changed) {
    const { taken, added } = contributionChange(before.get(caseId), record);
    tally.add(taken, -1);
    tally.add(added, 1);
  }
  await saveFactRecords(
    manager,
    side,
    changed.map(([caseId, record]) => ({ before: before.get(caseId), record })),
  );
  await mergeCells(manager, side, tally.cells());
}

/** Records are plain values whose parts are kept as they are where nothing changed. */
function isSame(one: FactRecord | undefined, other: FactRecord): boolean {
  if (one === undefined) return false;
  const parts = ['referral', 'limbs', 'pathway', 'strands'] as const;
  return parts.every((part) => one[part] === other[part]);
}

async function serviceNow(manager: EntityManager): Promise<Instant> {
  const [row] = await manager.query<{ now: Date }[]>('select app.service_now() as now');
  if (!row) throw new Error('the database told no time');
  return instantOf(row.now);
}
