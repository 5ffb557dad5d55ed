import type { SnapshotId, SnapshotManifest, SnapshotTable } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { canonicalBytes, sealKeys, signatureCheckOf, type SealKey } from '../journal-seals';
import { keptTable } from './kept-table';
import { snapshotTables } from './snapshot.store';

/** A published snapshot with everything that is needed to check it without the service. */
export interface SnapshotDocument {
  readonly manifest: SnapshotManifest;
  /** Ed25519 over the canonical JSON (RFC 8785) of the manifest, in base64. */
  readonly signature: string;
  readonly keys: readonly SealKey[];
  readonly tables: readonly SnapshotTable[];
}

/** What is signed of a snapshot; null until it is, which is within seconds of the signing off. */
export async function snapshotDocument(
  manager: EntityManager,
  id: SnapshotId,
): Promise<SnapshotDocument | null> {
  const [seal] = await manager.query<{ manifest: string; signature: string }[]>(
    `select manifest, replace(encode(signature, 'base64'), e'\\n', '') as signature
     from app.snapshot_seal where snapshot_id = $1`,
    [id],
  );
  if (seal === undefined) return null;
  return {
    manifest: JSON.parse(seal.manifest) as SnapshotManifest,
    signature: seal.signature,
    keys: await sealKeys((sql, values) => manager.query(sql, [...values])),
    tables: await snapshotTables(manager, id),
  };
}

export type DocumentFault =
  | { readonly kind: 'not-signed'; readonly keyId: string }
  | { readonly kind: 'table-altered'; readonly table: string }
  | { readonly kind: 'table-missing'; readonly table: string }
  | { readonly kind: 'table-added'; readonly table: string }
  | { readonly kind: 'order-changed' };

/** What is not as it was signed, with one public key; nothing when all of it is. */
export function documentFaults(
  { manifest, signature, tables }: Omit<SnapshotDocument, 'keys'>,
  publicKey: string,
): readonly DocumentFault[] {
  const hashes = new Map(tables.map(keptTable).map(({ id, sha256 }) => [id, sha256]));
  const named = manifest.tables.map(({ id }) => id);
  const known = tables.map(({ id }) => id);
  const faults = manifest.tables.flatMap(({ id, sha256 }): readonly DocumentFault[] => {
    const found = hashes.get(id);
    if (found === undefined) return [{ kind: 'table-missing', table: id }];
    return found === sha256 ? [] : [{ kind: 'table-altered', table: id }];
  });
  const added = known.filter((id, at) => !named.includes(id) || known.indexOf(id) !== at);
  faults.push(...added.map((table) => ({ kind: 'table-added' as const, table })));
  if (faults.length === 0 && known.join() !== named.join()) faults.push({ kind: 'order-changed' });
  if (!signatureCheckOf(publicKey)(manifest, signature))
    faults.unshift({ kind: 'not-signed', keyId: manifest.keyId });
  return faults;
}

/** The bytes that are signed. */
export function manifestBytes(manifest: SnapshotManifest): Buffer {
  return canonicalBytes(manifest);
}

/** Whether a value read from a file has the shape of a signed snapshot; what it says is for `documentFaults`. */
export function isSnapshotDocument(value: unknown): value is SnapshotDocument {
  if (!isRecord(value)) return false;
  const { manifest, signature, keys, tables } = value;
  return (
    isRecord(manifest) &&
    manifest['format'] === 'waymark-snapshot-1' &&
    ['instanceId', 'quarter', 'signedOffAt', 'keyId'].every((name) => typeof manifest[name] === 'string') &&
    Number.isSafeInteger(manifest['version']) &&
    isListOf(manifest['tables'], ({ id, sha256 }) => typeof id === 'string' && typeof sha256 === 'string') &&
    typeof signature === 'string' &&
    isListOf(keys, ({ keyId, publicKey }) => typeof keyId === 'string' && typeof publicKey === 'string') &&
    isListOf(tables, isTableShaped)
  );
}

function isTableShaped({ id, title, rowsTitle, columns, rows }: Readonly<Record<string, unknown>>): boolean {
  const titled = (one: Readonly<Record<string, unknown>>) => typeof one['title'] === 'string';
  return (
    [id, title, rowsTitle].every((words) => typeof words === 'string') &&
    isListOf(columns, titled) &&
    isListOf(rows, (row) => {
      const { cells } = row;
      return titled(row) && Array.isArray(cells) && cells.length === columns.length;
    })
  );
}

function isListOf(
  value: unknown,
  of: (one: Readonly<Record<string, unknown>>) => boolean,
): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.every((one) => isRecord(one) && of(one));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
