import { createHash } from 'node:crypto';
import type { SnapshotTable } from '#libs/domain';
import { canonicalBytes } from '../journal-seals';

/** A table as it is kept and hashed: its canonical JSON (RFC 8785). */
export function keptTable(table: SnapshotTable): {
  readonly id: string;
  readonly body: string;
  readonly sha256: string;
} {
  const bytes = canonicalBytes(table);
  return { id: table.id, body: bytes.toString('utf8'), sha256: sha256Of(bytes) };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
