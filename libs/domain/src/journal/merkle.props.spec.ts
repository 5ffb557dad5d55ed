import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  consistencySpans,
  EMPTY_TREE,
  foldedPeaks,
  grownBy,
  inclusionSpans,
  isConsistent,
  leafNode,
  peakCount,
  rootByInclusion,
  treeRoot,
  wholeSubtrees,
  type LeafSpan,
  type TreeHash,
} from './merkle';

const sha256 = (...parts: readonly Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** RFC 6962, section 2.1, word for word. */
function mth(data: readonly Uint8Array[]): TreeHash {
  if (data.length === 0) return sha256();
  if (data.length === 1) return sha256(Buffer.from([0]), data[0]!);
  let k = 1;
  while (k * 2 < data.length) k *= 2;
  return sha256(Buffer.from([1]), mth(data.slice(0, k)), mth(data.slice(k)));
}

const data = (count: number) => Array.from({ length: count }, (_, n) => Buffer.from(`row ${n}`));
const leavesOf = (count: number) => data(count).map(leafNode);
const treeOf = (count: number) => grownBy(EMPTY_TREE, leavesOf(count)).tree;
const hashesOf = (size: number, spans: readonly LeafSpan[]) =>
  spans.map(({ from, to }) => mth(data(size).slice(from, to)));

const size = fc.integer({ min: 1, max: 300 });
const sizeAndIndex = size.chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n - 1 })));
const twoSizes = fc
  .tuple(size, size)
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
const otherHash = (hash: TreeHash) => sha256(hash);

describe('the tree over the journal', () => {
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ])('has the root of the published test vectors for %d leaves', (count, root) => {
    const leaves = count === 0 ? [] : [leafNode(Buffer.alloc(0))];
    expect(treeRoot(grownBy(EMPTY_TREE, leaves).tree).toString('hex')).toBe(root);
  });

  it('has the root that RFC 6962 defines, however its leaves came in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 }), (count, step) => {
        const leaves = leavesOf(count);
        let tree = EMPTY_TREE;
        for (let at = 0; at < count; at += step) tree = grownBy(tree, leaves.slice(at, at + step)).tree;
        expect(treeRoot(tree)).toEqual(mth(data(count)));
        expect(tree.peaks).toHaveLength(peakCount(count));
      }),
    );
  });

  it('tells each whole subtree once, with its hash', () => {
    fc.assert(
      fc.property(size, (count) => {
        const { completed } = grownBy(EMPTY_TREE, leavesOf(count));
        expect(new Set(completed.map(({ level, index }) => `${level} ${index}`)).size).toBe(completed.length);
        for (const { level, index, hash } of completed) {
          const [from, to] = [index * 2 ** level, (index + 1) * 2 ** level];
          expect(hash).toEqual(mth(data(count).slice(from, to)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is put together again, in any span of a proof, from whole subtrees', () => {
    fc.assert(
      fc.property(sizeAndIndex, ([count, index]) => {
        for (const span of inclusionSpans(index, count)) {
          const parts = wholeSubtrees(span).map(({ level, index: at }) =>
            mth(data(count).slice(at * 2 ** level, (at + 1) * 2 ** level)),
          );
          expect(foldedPeaks(parts)).toEqual(mth(data(count).slice(span.from, span.to)));
        }
      }),
    );
  });
});

describe('a proof that a row is in the journal', () => {
  it('gives the root for the row, and for no other row, place or size', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(), ([count, index], chosen) => {
        const root = mth(data(count));
        const path = hashesOf(count, inclusionSpans(index, count));
        const leaf = leafNode(Buffer.from(`row ${index}`));
        expect(rootByInclusion({ leaf, index, size: count, path })).toEqual(root);
        expect(rootByInclusion({ leaf: otherHash(leaf), index, size: count, path })).not.toEqual(root);
        expect(rootByInclusion({ leaf, index, size: count, path: [...path, leaf] })).toBeNull();
        expect(rootByInclusion({ leaf, index: count, size: count, path })).toBeNull();
        if (path.length === 0) return;
        const changed = path.with(chosen % path.length, otherHash(leaf));
        expect(rootByInclusion({ leaf, index, size: count, path: changed })).not.toEqual(root);
        expect(rootByInclusion({ leaf, index, size: count, path: path.slice(1) })).toBeNull();
        const elsewhere = (index + 1) % count;
        expect(rootByInclusion({ leaf, index: elsewhere, size: count, path })).not.toEqual(root);
      }),
    );
  });
});

describe('a proof that a journal only grew', () => {
  it('holds for the earlier tree, and not when any part of it is another', () => {
    fc.assert(
      fc.property(twoSizes, fc.nat(), ([before, after], chosen) => {
        const earlier = { size: before, root: mth(data(before)) };
        const later = { size: after, root: mth(data(after)) };
        const path = hashesOf(after, consistencySpans(before, after));
        expect(isConsistent({ earlier, later, path })).toBe(true);
        const forged = { ...earlier, root: otherHash(earlier.root) };
        expect(isConsistent({ earlier: forged, later, path })).toBe(false);
        expect(isConsistent({ earlier, later: { ...later, root: otherHash(later.root) }, path })).toBe(false);
        expect(isConsistent({ earlier, later, path: [...path, later.root] })).toBe(false);
        if (path.length === 0) return;
        const changed = path.with(chosen % path.length, otherHash(later.root));
        expect(isConsistent({ earlier, later, path: changed })).toBe(false);
      }),
    );
  });

  it('is refused for a tree that shrank', () => {
    expect(() => consistencySpans(3, 2)).toThrow(RangeError);
    const [earlier, later] = [treeOf(3), treeOf(2)].map((tree) => ({
      size: tree.size,
      root: treeRoot(tree),
    }));
    expect(isConsistent({ earlier: earlier!, later: later!, path: [] })).toBe(false);
  });
});
