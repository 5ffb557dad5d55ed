import { inclusionSpans, type ReferralId } from '#libs/domain';
import { exportLinesAt, type ExportLine, type RunStatement } from '../journal-verifier';
import { hashesOfSpans, sealHeads, sealKeys } from './read-seals';
import type { SealHead } from './seal-head';
import type { SealKey } from './seal-key';

/** That the row of one referral's receipt is in the sealed journal: all that is needed to check it without the service. */
export interface ReceiptProof {
  readonly format: 'waymark-receipt-1';
  readonly reference: string;
  /** The row itself, for the auditor; null for officers, to whom the ids in it say too much. */
  readonly row: ExportLine | null;
  readonly leafHash: string;
  /** Counted from 0. */
  readonly leafIndex: number;
  /** Hashes in hexadecimal, from the neighbour of the leaf up to the top. */
  readonly path: readonly string[];
  readonly head: SealHead;
  readonly keys: readonly SealKey[];
}

export type ReceiptAnswer =
  | { readonly kind: 'proof'; readonly proof: ReceiptProof }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'not-found' };

/** The proof under the newest head; `waiting` until the next seal, a second or so after the referral. */
export async function receiptProof(
  run: RunStatement,
  {
    referralId,
    reference,
    withRow,
  }: { readonly referralId: ReferralId; readonly reference: string; readonly withRow: boolean },
): Promise<ReceiptAnswer> {
  const [leaf] = await run<{ hash: string; at: number | null }>(
    `select encode(leaf_hash, 'hex') as hash, leaf_index::float8 as at from app.receipt_leaf($1)`,
    [referralId],
  );
  if (!leaf) return { kind: 'not-found' };
  const [head] = await sealHeads(run, { below: null, limit: 1 });
  if (leaf.at === null || head === undefined || leaf.at >= head.size) return { kind: 'waiting' };
  const path = await hashesOfSpans(run, inclusionSpans(leaf.at, head.size));
  return {
    kind: 'proof',
    proof: {
      format: 'waymark-receipt-1',
      reference,
      row: withRow ? await rowOf(run, referralId) : null,
      leafHash: leaf.hash,
      leafIndex: leaf.at,
      path: path.map((hash) => hash.toString('hex')),
      head,
      keys: await sealKeys(run),
    },
  };
}

async function rowOf(run: RunStatement, referralId: ReferralId): Promise<ExportLine | null> {
  const [place] = await run<{ position: string }>(
    `select position::text as position from app.journal
     where subject_kind = 'referral' and subject_id = $1 and sequence = 1`,
    [referralId],
  );
  const [row] = place ? await exportLinesAt(run, [place.position]) : [];
  return row ?? null;
}
