import { randomBytes } from 'node:crypto';
import type {
  Sealable,
  SealedKind,
  SealPlace,
  SubjectId,
  SubjectVault,
  SearchMarks,
  SubjectVaultFound,
  Vault,
  WallMarks,
} from '#libs/casework';
import type { Pool } from 'pg';
import { KeyedSearchMarks } from '../matching/keyed-search-marks';
import { storedMarkSecret } from '../matching/mark-secret';
import { KeyedWallMarks, WALL_SECRET_ID } from '../suspects/keyed-wall-marks';
import { openBytes, sealBytes } from './envelope';
import type { MasterKey } from './master-key';

/** Data keys live in a database of their own, wrapped by a master key that no database holds (DESIGN §2). */
export class PostgresVault implements Vault {
  readonly searchMarks: SearchMarks;
  readonly wallMarks: WallMarks;

  constructor(
    private readonly keys: Pool,
    private readonly master: MasterKey,
  ) {
    this.wallMarks = new KeyedWallMarks(storedMarkSecret(keys, master, WALL_SECRET_ID));
    this.searchMarks = new KeyedSearchMarks(storedMarkSecret(keys, master));
  }

  async create(subjectId: SubjectId): Promise<SubjectVault> {
    const key = randomBytes(32);
    await this.keys.query('insert into keys.data_key (subject_id, wrapped, master_key) values ($1, $2, $3)', [
      subjectId,
      this.master.wrap(subjectId, key),
      this.master.id,
    ]);
    return new KeyedVault(subjectId, key);
  }

  async of(subjectId: SubjectId): Promise<SubjectVaultFound> {
    const found = await this.keys
      .query<{ wrapped: Buffer }>('select wrapped from keys.data_key where subject_id = $1', [subjectId])
      .catch(() => null);
    const row = found?.rows[0];
    const key = row ? this.unwrap(subjectId, row.wrapped) : null;
    return key === null ? { kind: 'unreadable' } : { kind: 'open', vault: new KeyedVault(subjectId, key) };
  }

  async many(subjectIds: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, SubjectVault>> {
    if (subjectIds.length === 0) return new Map();
    const found = await this.keys
      .query<{ subject_id: SubjectId; wrapped: Buffer }>(
        'select subject_id, wrapped from keys.data_key where subject_id = any($1::uuid[])',
        [subjectIds],
      )
      .catch(() => null);
    const open = (found?.rows ?? []).flatMap(({ subject_id: id, wrapped }) => {
      const key = this.unwrap(id, wrapped);
      return key === null ? [] : [[id, new KeyedVault(id, key)] as const];
    });
    return new Map(open);
  }

  async destroy(subjectId: SubjectId): Promise<void> {
    await this.keys.query('delete from keys.data_key where subject_id = $1', [subjectId]);
  }

  private unwrap(subjectId: string, wrapped: Buffer): Buffer | null {
    try {
      return this.master.unwrap(subjectId, wrapped);
    } catch {
      return null;
    }
  }
}

class KeyedVault implements SubjectVault {
  constructor(
    private readonly subjectId: string,
    private readonly key: Buffer,
  ) {}

  seal<Kind extends SealedKind>(place: SealPlace<Kind>, value: Sealable[Kind]): Buffer {
    return sealBytes({
      key: this.key,
      place: this.placeOf(place),
      plain: Buffer.from(JSON.stringify(value), 'utf8'),
    });
  }

  open<Kind extends SealedKind>(place: SealPlace<Kind>, sealed: Buffer): Sealable[Kind] | null {
    try {
      const plain = openBytes({ key: this.key, place: this.placeOf(place), sealed });
      return JSON.parse(plain.toString('utf8')) as Sealable[Kind];
    } catch {
      return null;
    }
  }

  private placeOf({ recordId, kind }: SealPlace<SealedKind>): string {
    return `${this.subjectId} ${kind} ${recordId}`;
  }
}
