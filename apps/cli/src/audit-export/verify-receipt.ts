import { rootByInclusion, sealedLeaf } from '#libs/domain';
import { isAsHashed, isExportLine, isSealHead, type ReceiptProof, type SealHead } from '#libs/persistence';
import { FaultList, exportFaultInWords } from './export-fault';
import { KeyTrust } from './key-trust';
import { isKeys } from './verify-export';

const HASH = /^[0-9a-f]{64}$/;

/** What is wrong with a receipt, in words; nothing when it proves that its row is in the journal its head signed. */
export function verifyReceipt(
  receipt: ReceiptProof,
  { keys: given = [], kept = [] }: { keys?: readonly string[]; kept?: readonly SealHead[] } = {},
): readonly string[] {
  const { row, leafHash, leafIndex, path, head, keys } = receipt;
  const faults = new FaultList();
  const trust = new KeyTrust(keys, { instanceId: head.instanceId, given, faults });
  if (!trust.signed(head)) faults.add({ kind: 'head-forged', head: head.number });
  const root = rootByInclusion({
    leaf: sealedLeaf('journal', Buffer.from(leafHash, 'hex')),
    index: leafIndex,
    size: head.size,
    path: path.map((hash) => Buffer.from(hash, 'hex')),
  });
  const own = [
    ...(root?.toString('hex') === head.root
      ? []
      : [`The row is not in the journal that head ${head.number} signed.`]),
    ...(row === null || row.leafHash === leafHash
      ? []
      : ['The row in the receipt is not the one that is proven.']),
    ...(row === null || isAsHashed(row)
      ? []
      : ['The row in the receipt was altered: it does not give its leaf hash.']),
    ...kept.flatMap((other) => againstKept(head, other)),
  ];
  return [...faults.faults.map(exportFaultInWords), ...own];
}

/** Two heads of one size must be the same; others are compared by an export, which has all rows. */
function againstKept(head: SealHead, kept: SealHead): readonly string[] {
  if (kept.size !== head.size || kept.root === head.root) return [];
  return [
    `Head ${kept.number}, which was kept outside, signed another journal of the same ${kept.size} rows.`,
  ];
}

export function isReceipt(value: unknown): value is ReceiptProof {
  if (typeof value !== 'object' || value === null) return false;
  const { format, reference, row, leafHash, leafIndex, path, head, keys } = value as Record<string, unknown>;
  return (
    format === 'waymark-receipt-1' &&
    typeof reference === 'string' &&
    (row === null || isExportLine(row)) &&
    typeof leafHash === 'string' &&
    HASH.test(leafHash) &&
    Number.isSafeInteger(leafIndex) &&
    Array.isArray(path) &&
    path.every((hash) => typeof hash === 'string' && HASH.test(hash)) &&
    isSealHead(head) &&
    isKeys(keys)
  );
}
