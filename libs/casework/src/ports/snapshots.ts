import type {
  Cell,
  PromiseOfQuarter,
  QuarterFacts,
  Snapshot,
  SnapshotId,
  SnapshotQuarter,
  SnapshotTable,
  TableMonths,
} from '#libs/domain';

/** Under what a snapshot was counted, besides its tables. */
export interface SnapshotProvenance {
  readonly disclosureRule: string;
  readonly policyVersions: readonly string[];
  readonly calendarVersions: readonly string[];
}

export interface TableHash {
  readonly id: string;
  /** SHA-256 in hexadecimal over the canonical JSON of the table. */
  readonly sha256: string;
}

export interface SnapshotStore {
  /** Every snapshot of a quarter, oldest first; whoever else closes the quarter waits until this ends. */
  lockQuarter(month: string): Promise<readonly Snapshot[]>;
  find(id: SnapshotId): Promise<Snapshot | null>;
  /** What is published already and stands in the quarter's tables. */
  factsOf(quarter: SnapshotQuarter): Promise<Pick<QuarterFacts, 'code' | 'coverage' | 'waiting' | 'reach'>>;
  /** What the districts are called, and the agencies among these codes. */
  namesOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What is published of quarters whose rolling year has months in common with that of this one. */
  publishedBeside(quarter: SnapshotQuarter): Promise<readonly Snapshot[]>;
  /** Keeps a snapshot and its tables, with the newest seal of the journal; answers the hash of each table. */
  add(
    snapshot: Snapshot,
    counted: SnapshotProvenance & { readonly tables: readonly SnapshotTable[] },
  ): Promise<readonly TableHash[]>;
  save(snapshot: Snapshot): Promise<void>;
  tablesOf(id: SnapshotId): Promise<readonly SnapshotTable[]>;
}

/** Counts a quarter as at this moment. */
export interface QuarterCounter {
  /** The promise of its three months. */
  promiseOf(quarter: SnapshotQuarter): Promise<PromiseOfQuarter>;
  /** Cells of every cut that a report has, all as at one instant. */
  cellsOf(months: TableMonths): Promise<readonly Cell[]>;
}
