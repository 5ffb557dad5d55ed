import type { SnapshotProvenance, SnapshotStore, TableHash } from '#libs/casework';
import {
  isPublished,
  monthPlus,
  type QuarterFacts,
  type Snapshot,
  type SnapshotId,
  type SnapshotQuarter,
  type SnapshotTable,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import { keptTable } from './kept-table';
import { quarterFacts } from './quarter-facts';

const COLUMNS = `snapshot_id, quarter, version, state, counted_at, counted_by, restates, reason, proposed_by, proposed_at,
  sent_back_because, signed_off_by, signed_off_at, revision`;

const MONTHS_OF_YEAR = 12;

export class PostgresSnapshotStore implements SnapshotStore {
  constructor(private readonly manager: EntityManager) {}

  async lockQuarter(month: string): Promise<readonly Snapshot[]> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('app.snapshot ' || $1))`, [month]);
    return snapshotsOf(this.manager, month);
  }

  async find(id: SnapshotId): Promise<Snapshot | null> {
    const [row] = await this.manager.query<RawSnapshot[]>(
      `select ${COLUMNS} from app.snapshot where snapshot_id = $1`,
      [id],
    );
    return row === undefined ? null : snapshotOf(row);
  }

  factsOf(quarter: SnapshotQuarter): Promise<Pick<QuarterFacts, 'code' | 'coverage' | 'waiting' | 'reach'>> {
    return quarterFacts(this.manager, quarter);
  }

  async namesOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.manager.query<{ code: string; name: string }[]>(
      `select code, name from app.district
       union all select agency_id::text, name from app.agency where agency_id::text = any($1)`,
      [[...new Set(codes)]],
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }

  async publishedBeside({ month }: SnapshotQuarter): Promise<readonly Snapshot[]> {
    const rows = await this.manager.query<RawSnapshot[]>(
      `select ${COLUMNS} from app.snapshot
       where state in ('signed-off', 'restated') and quarter > $1 and quarter < $2 order by quarter, version`,
      [monthPlus(month, -MONTHS_OF_YEAR), monthPlus(month, MONTHS_OF_YEAR)],
    );
    return rows.map(snapshotOf);
  }

  async add(
    snapshot: Snapshot,
    counted: SnapshotProvenance & { readonly tables: readonly SnapshotTable[] },
  ): Promise<readonly TableHash[]> {
    await this.manager.query(
      `insert into app.snapshot (snapshot_id, quarter, version, state, counted_at, counted_by, restates, reason,
         disclosure_rule, policy_versions, calendar_versions, seal_number)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, (select max(number) from app.journal_seal))`,
      [
        snapshot.id,
        snapshot.quarter,
        snapshot.version,
        snapshot.state,
        dateOf(snapshot.countedAt),
        snapshot.countedBy,
        snapshot.restates,
        snapshot.reason,
        counted.disclosureRule,
        counted.policyVersions,
        counted.calendarVersions,
      ],
    );
    const kept = counted.tables.map(keptTable);
    await this.manager.query(
      `insert into app.snapshot_table (snapshot_id, place, table_id, body, sha256)
       select $1, place, table_id, body, sha256
       from unnest($2::text[], $3::text[], $4::text[]) with ordinality as t(table_id, body, sha256, place)`,
      [snapshot.id, kept.map(({ id }) => id), kept.map(({ body }) => body), kept.map(({ sha256 }) => sha256)],
    );
    return kept.map(({ id, sha256 }) => ({ id, sha256 }));
  }

  async save(snapshot: Snapshot): Promise<void> {
    await this.manager.query(
      `update app.snapshot set state = $2, proposed_by = $3, proposed_at = $4, sent_back_because = $5,
         signed_off_by = $6, signed_off_at = $7, revision = $8 where snapshot_id = $1`,
      [
        snapshot.id,
        snapshot.state,
        snapshot.proposedBy,
        snapshot.proposedAt === null ? null : dateOf(snapshot.proposedAt),
        snapshot.sentBackBecause,
        snapshot.signedOffBy,
        snapshot.signedOffAt === null ? null : dateOf(snapshot.signedOffAt),
        snapshot.revision,
      ],
    );
  }

  tablesOf(id: SnapshotId): Promise<readonly SnapshotTable[]> {
    return snapshotTables(this.manager, id);
  }
}

/** The snapshots of a quarter that the reader may know of, oldest first. */
export async function snapshotsOf(manager: EntityManager, month: string): Promise<readonly Snapshot[]> {
  const rows = await manager.query<RawSnapshot[]>(
    `select ${COLUMNS} from app.snapshot where quarter = $1 order by version`,
    [month],
  );
  return rows.map(snapshotOf);
}

const MOST_SNAPSHOTS = 200;

/** The snapshots that the reader may know of, the newest quarter and version first; the latest 200. */
export async function allSnapshots(manager: EntityManager): Promise<readonly Snapshot[]> {
  const rows = await manager.query<RawSnapshot[]>(
    `select ${COLUMNS} from app.snapshot order by quarter desc, version desc limit ${MOST_SNAPSHOTS}`,
  );
  return rows.map(snapshotOf);
}

/** A snapshot with what it was counted under and what is signed of it. */
export interface SnapshotLine {
  readonly snapshot: Snapshot;
  readonly policyVersions: readonly string[];
  readonly calendarVersions: readonly string[];
  readonly disclosureRule: string;
  /** The newest seal of the journal when it was counted. */
  readonly seal: number | null;
  /** The key that it is signed with; null until it is. */
  readonly keyId: string | null;
  /** What took its place; null while nothing did. */
  readonly restatedBy: Pick<Snapshot, 'version' | 'reason'> | null;
  /** The version that it restates. */
  readonly restatesVersion: number | null;
}

/** One snapshot that the reader may know of, by its quarter and version. */
export async function snapshotAt(
  manager: EntityManager,
  { quarter, version }: Pick<Snapshot, 'quarter' | 'version'>,
): Promise<SnapshotLine | null> {
  const [row] = await manager.query<
    (RawSnapshot & {
      readonly policy_versions: readonly string[];
      readonly calendar_versions: readonly string[];
      readonly disclosure_rule: string;
      readonly seal: number | null;
      readonly key_id: string | null;
    })[]
  >(
    `select ${COLUMNS}, policy_versions, calendar_versions, disclosure_rule, seal_number::float8 as seal,
       (select key_id from app.snapshot_seal x where x.snapshot_id = s.snapshot_id) as key_id
     from app.snapshot s where quarter = $1 and version = $2`,
    [quarter, version],
  );
  if (row === undefined) return null;
  const ofQuarter = await snapshotsOf(manager, quarter);
  const snapshot = snapshotOf(row);
  const after = ofQuarter.find((one) => one.restates === snapshot.id && isPublished(one));
  return {
    snapshot,
    policyVersions: row.policy_versions,
    calendarVersions: row.calendar_versions,
    disclosureRule: row.disclosure_rule,
    seal: row.seal,
    keyId: row.key_id,
    restatedBy: after ?? null,
    restatesVersion: ofQuarter.find(({ id }) => id === snapshot.restates)?.version ?? null,
  };
}

/** The tables of a snapshot, word for word as they were counted. */
export async function snapshotTables(
  manager: EntityManager,
  id: SnapshotId,
): Promise<readonly SnapshotTable[]> {
  const rows = await manager.query<{ body: string }[]>(
    'select body from app.snapshot_table where snapshot_id = $1 order by place',
    [id],
  );
  return rows.map(({ body }) => JSON.parse(body) as SnapshotTable);
}

interface RawSnapshot {
  readonly snapshot_id: SnapshotId;
  readonly quarter: string;
  readonly version: number;
  readonly state: Snapshot['state'];
  readonly counted_at: Date;
  readonly counted_by: Snapshot['countedBy'];
  readonly restates: SnapshotId | null;
  readonly reason: Snapshot['reason'];
  readonly proposed_by: Snapshot['proposedBy'];
  readonly proposed_at: Date | null;
  readonly sent_back_because: Snapshot['sentBackBecause'];
  readonly signed_off_by: Snapshot['signedOffBy'];
  readonly signed_off_at: Date | null;
  readonly revision: number;
}

function snapshotOf(row: RawSnapshot): Snapshot {
  return {
    id: row.snapshot_id,
    quarter: row.quarter,
    version: row.version,
    state: row.state,
    countedAt: instantOf(row.counted_at),
    countedBy: row.counted_by,
    restates: row.restates,
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at === null ? null : instantOf(row.proposed_at),
    sentBackBecause: row.sent_back_because,
    signedOffBy: row.signed_off_by,
    signedOffAt: row.signed_off_at === null ? null : instantOf(row.signed_off_at),
    revision: row.revision,
  };
}
