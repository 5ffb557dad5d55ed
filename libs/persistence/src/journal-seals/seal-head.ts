import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What one seal says of the tree, as it is signed. Hashes are in hexadecimal. */
export interface HeadStatement {
  readonly format: 'waymark-head-1';
  readonly instanceId: string;
  /** 1, 2, 3, … without a gap. */
  readonly number: number;
  /** The rows that this seal added are `fromLeaf` up to `size`, without `size`, counted from 0. */
  readonly fromLeaf: number;
  readonly size: number;
  /** Root of the tree over all rows from the first on. */
  readonly root: string;
  /** Root of a tree over the rows of this seal alone: a changed row is looked for among these, whatever came after. */
  readonly rowsRoot: string;
  /** Hash of the seal before; zeros for the first. */
  readonly previous: string;
  readonly sealedAt: string;
  readonly keyId: string;
}

export interface SealHead extends HeadStatement {
  /** Ed25519 over the canonical JSON (RFC 8785) of the statement, in base64. */
  readonly signature: string;
}

export const NO_PREVIOUS = '0'.repeat(64);

export function statementOf({ signature: _signature, ...statement }: SealHead): HeadStatement {
  return statement;
}

/** The bytes that are signed and hashed. */
export function canonicalBytes(content: object): Buffer {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new Error('what is signed must be plain JSON');
  return Buffer.from(canonical, 'utf8');
}

/** What the next seal names as its `previous`. */
export function headHash(head: SealHead): string {
  return createHash('sha256')
    .update(canonicalBytes(statementOf(head)))
    .digest('hex');
}

const HASH = /^[0-9a-f]{64}$/;
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isHash = (value: unknown) => typeof value === 'string' && HASH.test(value);
const isText = (value: unknown) => typeof value === 'string';

const MEMBERS: Readonly<Record<keyof SealHead, (value: unknown) => boolean>> = {
  format: (value) => value === 'waymark-head-1',
  instanceId: isText,
  number: (value) => isCount(value) && Number(value) >= 1,
  fromLeaf: isCount,
  size: isCount,
  root: isHash,
  rowsRoot: isHash,
  previous: isHash,
  sealedAt: isText,
  keyId: isText,
  signature: isText,
};

/** Exactly these members: anything unsigned beside them could be read as part of the seal. */
export function isSealHead(value: unknown): value is SealHead {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  return (
    entries.length === Object.keys(MEMBERS).length &&
    entries.every(
      ([name, content]) => Object.hasOwn(MEMBERS, name) && MEMBERS[name as keyof SealHead](content),
    )
  );
}
