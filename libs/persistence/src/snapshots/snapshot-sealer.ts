import {
  isoOf,
  type RestatementReason,
  type SnapshotId,
  type SnapshotManifest,
  type SnapshotTable,
} from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf } from '../columns';
import type { SealSigner } from '../journal-seals';
import { manifestBytes } from './snapshot-document';

const LIMIT = 10;
/** Any number will do, as long as every signer takes the same one. */
const ONE_SIGNER_AT_A_TIME = 7_391_302;

interface Unsigned {
  readonly id: SnapshotId;
  readonly instance_id: string;
  readonly quarter: string;
  readonly version: number;
  readonly counted_at: Date;
  readonly signed_off_at: Date;
  readonly seal: number | null;
  readonly rows: number | null;
  readonly root: string | null;
  readonly disclosure_rule: string;
  readonly policy_versions: readonly string[];
  readonly calendar_versions: readonly string[];
  readonly restates: number | null;
  readonly reason: RestatementReason | null;
}

/**
 * Signs what was signed off by two people, with the key that the journal is sealed with: a manifest of what each
 * snapshot was counted under and of the hash of each of its tables. Killed at any point, it goes on where it ended.
 */
export class SnapshotSealer {
  constructor(
    private readonly source: DataSource,
    private readonly signer: SealSigner,
  ) {}

  /** Signs what waits; returns how many there were. Nothing is signed before the journal knows the key. */
  step(): Promise<number> {
    return this.source.transaction(async (manager) => {
      const [lock] = await manager.query<{ taken: boolean }[]>(
        'select pg_try_advisory_xact_lock($1) as taken',
        [ONE_SIGNER_AT_A_TIME],
      );
      if (!lock?.taken) return 0;
      const waiting = await manager.query<Unsigned[]>(UNSIGNED, [this.signer.keyId, LIMIT]);
      for (const snapshot of waiting) await this.sign(manager, snapshot);
      return waiting.length;
    });
  }

  private async sign(manager: EntityManager, snapshot: Unsigned): Promise<void> {
    const tables = await manager.query<{ id: string; body: string; sha256: string }[]>(
      'select table_id as id, body, sha256 from app.snapshot_table where snapshot_id = $1 order by place',
      [snapshot.id],
    );
    const { seal, rows, root, restates, reason } = snapshot;
    const manifest: SnapshotManifest = {
      format: 'waymark-snapshot-1',
      instanceId: snapshot.instance_id,
      quarter: snapshot.quarter,
      version: snapshot.version,
      countedAt: isoOf(instantOf(snapshot.counted_at)),
      signedOffAt: isoOf(instantOf(snapshot.signed_off_at)),
      journal: seal === null || rows === null || root === null ? null : { seal, rows, root },
      measures: measuresOf(tables.map(({ body }) => JSON.parse(body) as SnapshotTable)),
      policyVersions: snapshot.policy_versions,
      calendarVersions: snapshot.calendar_versions,
      disclosureRule: snapshot.disclosure_rule,
      restates: restates === null || reason === null ? null : { version: restates, reason },
      tables: tables.map(({ id, sha256 }) => ({ id, sha256 })),
      keyId: this.signer.keyId,
    };
    await manager.query(
      `insert into app.snapshot_seal (snapshot_id, manifest, signature, key_id)
       values ($1, $2, decode($3, 'base64'), $4)`,
      [snapshot.id, manifestBytes(manifest).toString('utf8'), this.signer.sign(manifest), manifest.keyId],
    );
  }
}

const UNSIGNED = `
  select s.snapshot_id as id, (select instance_id from app.instance) as instance_id, s.quarter, s.version, s.counted_at,
    s.signed_off_at, j.number::float8 as seal, j.size::float8 as rows, encode(j.root, 'hex') as root,
    s.disclosure_rule, s.policy_versions, s.calendar_versions, r.version as restates, s.reason
  from app.snapshot s
  left join app.journal_seal j on j.number = s.seal_number
  left join app.snapshot r on r.snapshot_id = s.restates
  where s.state in ('signed-off', 'restated') and exists (select 1 from app.seal_key k where k.key_id = $1)
    and not exists (select 1 from app.snapshot_seal x where x.snapshot_id = s.snapshot_id)
  order by s.signed_off_at limit $2`;

function measuresOf(tables: readonly SnapshotTable[]): readonly string[] {
  return [...new Set(tables.flatMap(({ measure }) => measure ?? []))].toSorted();
}
