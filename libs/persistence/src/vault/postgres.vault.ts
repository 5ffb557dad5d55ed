import { hkdfSync, randomBytes } from 'node:crypto';
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
import { NOTE_WALLS, type NoteWall, type PersonId } from '#libs/domain';
import type { Pool } from 'pg';
import { KeyedSearchMarks } from '../matching/keyed-search-marks';
import type { MarkSecret } from '../matching/keyed-search-marks';
import { storedMarkSecret } from '../matching/mark-secret';
import { KeyedWallMarks, WALL_SECRET_ID } from '../suspects/keyed-wall-marks';
import { openBytes, sealBytes } from './envelope';
import type { KeyProvider } from './key-provider';

/** Data keys live in a database of their own, wrapped by a master key that no database holds (DESIGN §2). */
export class PostgresVault implements Vault {
  readonly searchMarks: SearchMarks;
  readonly wallMarks: WallMarks;
  private readonly noteSecrets: ReadonlyMap<NoteWall, MarkSecret>;

  constructor(
    private readonly keys: Pool,
    private readonly master: KeyProvider,
  ) {
    this.wallMarks = new KeyedWallMarks(storedMarkSecret(keys, master, WALL_SECRET_ID));
    this.noteSecrets = new Map(
      NOTE_WALLS.map((wall) => [wall, storedMarkSecret(keys, master, NOTE_SECRET_IDS[wall])]),
    );
    this.searchMarks = new KeyedSearchMarks(storedMarkSecret(keys, master));
  }

  async create(subjectId: SubjectId): Promise<SubjectVault> {
    const key = randomBytes(32);
    const { wrapped, keyId } = await this.master.wrap(subjectId, key);
    await this.keys.query('insert into keys.data_key (subject_id, wrapped, master_key) values ($1, $2, $3)', [
      subjectId,
      wrapped,
      keyId,
    ]);
    return new KeyedVault(subjectId, key);
  }

  async of(subjectId: SubjectId): Promise<SubjectVaultFound> {
    const found = await this.keys
      .query<KeyRow>('select subject_id, wrapped, master_key from keys.data_key where subject_id = $1', [
        subjectId,
      ])
      .catch(() => null);
    const row = found?.rows[0];
    const key = row ? await this.unwrap(row) : null;
    return key === null ? { kind: 'unreadable' } : { kind: 'open', vault: new KeyedVault(subjectId, key) };
  }

  async many(subjectIds: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, SubjectVault>> {
    const keys = await this.keysOf(subjectIds);
    return new Map([...keys].map(([subjectId, key]) => [subjectId, new KeyedVault(subjectId, key)]));
  }

  async behind(
    wall: NoteWall,
    subjectIds: readonly PersonId[],
  ): Promise<ReadonlyMap<SubjectId, SubjectVault>> {
    const keys = await this.keysOf(subjectIds);
    if (keys.size === 0) return new Map();
    const secret = await this.noteSecrets.get(wall)?.readOrKeep(randomBytes(32));
    if (secret === undefined) throw new Error('every wall of notes has its own secret');
    return new Map(
      [...keys].map(([subjectId, key]) => [
        subjectId,
        new KeyedVault(subjectId, Buffer.from(hkdfSync('sha256', key, secret, `waymark ${wall} notes`, 32))),
      ]),
    );
  }

  private async keysOf(subjectIds: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, Buffer>> {
    if (subjectIds.length === 0) return new Map();
    const found = await this.keys
      .query<KeyRow>(
        'select subject_id, wrapped, master_key from keys.data_key where subject_id = any($1::uuid[])',
        [subjectIds],
      )
      .catch(() => null);
    const open = await Promise.all(
      (found?.rows ?? []).map(async (row) => {
        const key = await this.unwrap(row);
        return key === null ? null : ([row.subject_id, key] as const);
      }),
    );
    return new Map(open.filter((one) => one !== null));
  }

  async destroy(subjectId: SubjectId): Promise<void> {
    await this.keys.query('delete from keys.data_key where subject_id = $1', [subjectId]);
  }

  /** One statement: the ledger says that a key is gone in the same instant in which it goes. */
  async erase({
    subjectIds,
    erasureId,
  }: {
    subjectIds: readonly string[];
    erasureId: string;
  }): Promise<void> {
    await this.keys.query(ERASE, [subjectIds, erasureId]);
  }

  private unwrap({ subject_id: subjectId, wrapped, master_key: keyId }: KeyRow): Promise<Buffer | null> {
    return this.master.unwrap(subjectId, { wrapped, keyId }).catch(() => null);
  }
}

/** The subjects of no person: under these ids each wall's own secret stands among the data keys, and rotates with them. */
const NOTE_SECRET_IDS: Readonly<Record<NoteWall, string>> = {
  contact: '00000000-0000-4000-8000-c04ac7000000',
  advocacy: '00000000-0000-4000-8000-adf0ca000000',
  supervision: '00000000-0000-4000-8000-50be0f500000',
};

interface KeyRow {
  readonly subject_id: SubjectId;
  readonly wrapped: Buffer;
  readonly master_key: string;
}

const ERASE = `
  with noted as (
    insert into keys.erasure (subject_id, erasure_id) select s, $2 from unnest($1::uuid[]) s
    on conflict (subject_id) do nothing
  )
  delete from keys.data_key where subject_id = any ($1::uuid[])`;

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
