import { leafNode, type TreeHash } from './merkle';

/** Which append-only table a sealed row stands in. */
export type SealedSource = 'journal' | 'access';

/**
 * The leaf of a row in the sealed tree: SHA-256 over 0, the table's name, a colon and the row's own 32-byte hash. The
 * name keeps a row of one table from being passed off as a row of the other.
 */
export function sealedLeaf(source: SealedSource, rowHash: Uint8Array): TreeHash {
  return leafNode(Buffer.concat([Buffer.from(`${source}:`, 'utf8'), rowHash]));
}
