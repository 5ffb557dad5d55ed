import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What a leaf hash covers: everything of the row but its position and transaction id, which a restore changes. */
export interface LeafContent {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly sequence: number;
  readonly caseId: string | null;
  readonly type: string;
  readonly version: number;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly process: string | null };
  readonly agencyId: string | null;
  readonly reason: string | null;
  readonly payload: unknown;
}

/** SHA-256 over the canonical JSON (RFC 8785), so that any tool can compute it again from an export (P9). */
export function leafHash(content: object): Buffer {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new Error('a leaf must be plain JSON');
  return hash('sha256', canonical, 'buffer');
}
