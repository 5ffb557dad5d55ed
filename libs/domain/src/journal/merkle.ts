import { hash as digestOf } from 'node:crypto';

/** 32 bytes of SHA-256. */
export type TreeHash = Buffer;

/** Leaves `from` to `to`, without `to`, counted from 0. */
export interface LeafSpan {
  readonly from: number;
  readonly to: number;
}

/** A whole subtree of 2^level leaves, the `index`-th of its level counted from 0. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  readonly hash: TreeHash;
}

/**
 * A Merkle tree (RFC 6962, section 2.1) by what is needed to go on with it: how many leaves it has, and the hashes of
 * the whole subtrees it is made of, the largest first. A million leaves are twenty hashes at most.
 */
export interface MerkleTree {
  readonly size: number;
  readonly peaks: readonly TreeHash[];
}

export const EMPTY_TREE: MerkleTree = { size: 0, peaks: [] };

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** The hash of a leaf. Its prefix is not the one of nodes, so that no node can be passed off as a leaf. */
export function leafNode(data: Uint8Array): TreeHash {
  return sha256(LEAF, data);
}

export function parentNode(left: TreeHash, right: TreeHash): TreeHash {
  return sha256(NODE, left, right);
}

/** The tree with these leaves (hashed by `leafNode`) after its own, and every whole subtree that they completed. */
export function grownBy(
  tree: MerkleTree,
  leaves: readonly TreeHash[],
): { readonly tree: MerkleTree; readonly completed: readonly TreeNode[] } {
  const peaks = [...tree.peaks];
  const completed: TreeNode[] = [];
  let { size } = tree;
  for (const leaf of leaves) {
    let hash = leaf;
    let level = 0;
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = parentNode(peaks.pop() as TreeHash, hash);
      level += 1;
      completed.push({ level, index: (rest - 1) / 2, hash });
    }
    peaks.push(hash);
    size += 1;
  }
  return { tree: { size, peaks }, completed };
}

/** The root of the tree; of none it is the hash of nothing. */
export function treeRoot({ peaks }: MerkleTree): TreeHash {
  return foldedPeaks(peaks) ?? sha256();
}

/** The hash over neighbouring whole subtrees, the largest first. Undefined for none. */
export function foldedPeaks(peaks: readonly TreeHash[]): TreeHash | undefined {
  const [last, ...rest] = peaks.toReversed();
  return last && rest.reduce((right, left) => parentNode(left, right), last);
}

/** How many peaks a tree of this many leaves has: one for each 1 in the binary form. */
export function peakCount(size: number): number {
  return wholeSubtrees({ from: 0, to: size }).length;
}

/** The whole subtrees that a span of a tree consists of, as RFC 6962 cuts it. `from` must be where such a cut may be. */
export function wholeSubtrees({ from, to }: LeafSpan): readonly Omit<TreeNode, 'hash'>[] {
  const found: Omit<TreeNode, 'hash'>[] = [];
  for (let at = from; at < to;) {
    const width = largestPower(to - at);
    found.push({ level: Math.round(Math.log2(width)), index: at / width });
    at += width;
  }
  return found;
}

/** Which hashes show that the leaf at `index` is among `size` leaves, from its neighbour up to the top. */
export function inclusionSpans(index: number, size: number): readonly LeafSpan[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError('a leaf is counted from 0 and is one of the tree');
  }
  return inclusionWithin(index, { from: 0, to: size });
}

function inclusionWithin(index: number, { from, to }: LeafSpan): readonly LeafSpan[] {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...inclusionWithin(index, { from, to: middle }), { from: middle, to }]
    : [...inclusionWithin(index, { from: middle, to }), { from, to: middle }];
}

/** Which hashes show that the first `earlier` leaves of `later` ones are the leaves of the earlier tree. */
export function consistencySpans(earlier: number, later: number): readonly LeafSpan[] {
  if (earlier < 0 || earlier > later) throw new RangeError('a tree only grows');
  return earlier === 0 ? [] : consistencyWithin(earlier, { from: 0, to: later }, true);
}

function consistencyWithin(earlier: number, { from, to }: LeafSpan, known: boolean): readonly LeafSpan[] {
  if (earlier === to - from) return known ? [] : [{ from, to }];
  const half = splitOf(to - from);
  const middle = from + half;
  return earlier <= half
    ? [...consistencyWithin(earlier, { from, to: middle }, known), { from: middle, to }]
    : [...consistencyWithin(earlier - half, { from: middle, to }, false), { from, to: middle }];
}

/** The root that a leaf and its proof give; null when the proof has too many hashes, or too few. */
export function rootByInclusion(proof: {
  readonly leaf: TreeHash;
  readonly index: number;
  readonly size: number;
  readonly path: readonly TreeHash[];
}): TreeHash | null {
  const { leaf, index, size, path } = proof;
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  const spans = inclusionSpans(index, size);
  if (spans.length !== path.length) return null;
  return spans.reduce((hash, span, at) => {
    const sibling = path[at] as TreeHash;
    return span.from > index ? parentNode(hash, sibling) : parentNode(sibling, hash);
  }, leaf);
}

/** Whether the proof shows that the later tree begins with the earlier one. */
export function isConsistent(proof: {
  readonly earlier: { readonly size: number; readonly root: TreeHash };
  readonly later: { readonly size: number; readonly root: TreeHash };
  readonly path: readonly TreeHash[];
}): boolean {
  const { earlier, later, path } = proof;
  if (![earlier.size, later.size].every(Number.isSafeInteger)) return false;
  if (earlier.size < 0 || earlier.size > later.size) return false;
  if (earlier.size === 0) return path.length === 0;
  if (consistencySpans(earlier.size, later.size).length !== path.length) return false;
  const [before, after] = rootsWithin({
    earlier: earlier.size,
    later: later.size,
    path,
    root: earlier.root,
    known: true,
  });
  return before.equals(earlier.root) && after.equals(later.root);
}

function rootsWithin(part: {
  earlier: number;
  later: number;
  path: readonly TreeHash[];
  root: TreeHash;
  known: boolean;
}): readonly [TreeHash, TreeHash] {
  const { earlier, later, path, root, known } = part;
  if (earlier === later) {
    const hash = known ? root : (path[0] as TreeHash);
    return [hash, hash];
  }
  const half = splitOf(later);
  const sibling = path.at(-1) as TreeHash;
  const rest = path.slice(0, -1);
  if (earlier <= half) {
    const [before, after] = rootsWithin({ earlier, later: half, path: rest, root, known });
    return [before, parentNode(after, sibling)];
  }
  const right = { earlier: earlier - half, later: later - half, path: rest, root, known: false };
  const [before, after] = rootsWithin(right);
  return [parentNode(sibling, before), parentNode(sibling, after)];
}

/** Where RFC 6962 cuts a tree of this many leaves: the largest power of two below it. */
function splitOf(size: number): number {
  const power = largestPower(size);
  return power === size ? power / 2 : power;
}

function largestPower(upTo: number): number {
  let power = 1;
  while (power * 2 <= upTo) power *= 2;
  return power;
}

/** In one call: a million rows are a few million hashes. */
function sha256(...parts: readonly Uint8Array[]): TreeHash {
  return digestOf('sha256', Buffer.concat(parts), 'buffer');
}
