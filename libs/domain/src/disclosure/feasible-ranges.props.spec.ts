import fc from 'fast-check';
import { FeasibleRanges, type SumsOfRanges } from './feasible-ranges';

const range = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 }))
  .map(([least, more]) => ({ least, most: least + more }));
/** Up to six numbers with small ranges, and up to three sums of them. */
const problem: fc.Arbitrary<SumsOfRanges> = fc.integer({ min: 2, max: 6 }).chain((count) => {
  const places = Array.from({ length: count }, (_, at) => at);
  return fc.record({
    ranges: fc.array(range, { minLength: count, maxLength: count }),
    sums: fc.array(
      fc.subarray(places, { minLength: 2 }).map(([total = 0, ...parts]) => ({ total, parts })),
      { maxLength: 3 },
    ),
  });
});

function* worlds({ ranges, sums }: SumsOfRanges): Generator<readonly number[]> {
  const fill = function* (at: number, world: readonly number[]): Generator<readonly number[]> {
    if (at === ranges.length) {
      if (
        sums.every(({ total, parts }) => world[total] === parts.reduce((sum, part) => sum + world[part]!, 0))
      )
        yield world;
      return;
    }
    for (let value = ranges[at]!.least; value <= ranges[at]!.most; value += 1)
      yield* fill(at + 1, [...world, value]);
  };
  yield* fill(0, []);
}

describe('how far numbers can go while sums of them hold', () => {
  it('takes in every whole solution, and ends at one where there is one sum', () => {
    fc.assert(
      fc.property(problem, (asked) => {
        const all = [...worlds(asked)];
        const found = new FeasibleRanges(asked);
        if (all.length > 0) expect(found.contradictory).toBe(false);
        if (all.length === 0 && asked.sums.length === 1) expect(found.contradictory).toBe(true);
        if (all.length === 0) return;
        asked.ranges.forEach((_, at) => {
          const values = all.map((world) => world[at]!);
          const { least, most } = found.rangeOf(at);
          expect(least).toBeLessThanOrEqual(Math.min(...values));
          expect(most).toBeGreaterThanOrEqual(Math.max(...values));
          if (asked.sums.length <= 1)
            expect([least, most]).toEqual([Math.min(...values), Math.max(...values)]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('never says more than the ranges themselves, nor less than what it has met', () => {
    fc.assert(
      fc.property(problem, (asked) => {
        const found = new FeasibleRanges(asked);
        if (found.contradictory) return;
        asked.ranges.forEach(({ least, most }, at) => {
          const range = found.rangeOf(at);
          expect(range.least).toBeGreaterThanOrEqual(least);
          expect(range.most).toBeLessThanOrEqual(most);
          expect(found.seen[at]!.least).toBeGreaterThan(range.least - 1);
          expect(found.seen[at]!.most).toBeLessThan(range.most + 1);
        });
      }),
    );
  });

  it('goes without end where nothing holds a number', () => {
    const open = { least: 1, most: Infinity };
    const found = new FeasibleRanges({ ranges: [open, open, open], sums: [{ total: 0, parts: [1, 2] }] });
    expect([0, 1, 2].map((at) => found.rangeOf(at))).toEqual([
      { least: 2, most: Infinity },
      { least: 1, most: Infinity },
      { least: 1, most: Infinity },
    ]);
  });

  it('finds what two ways of adding the same cells give away', () => {
    const cell = { least: 1, most: Infinity };
    const shown = (value: number) => ({ least: value, most: value });
    const found = new FeasibleRanges({
      ranges: [cell, cell, cell, cell, shown(20), shown(12), shown(18), shown(14)],
      sums: [
        { total: 4, parts: [0, 1] },
        { total: 5, parts: [2, 3] },
        { total: 6, parts: [0, 2] },
        { total: 7, parts: [1, 3] },
      ],
    });
    expect([0, 1, 2, 3].map((at) => found.rangeOf(at))).toEqual([
      { least: 7, most: 17 },
      { least: 3, most: 13 },
      { least: 1, most: 11 },
      { least: 1, most: 11 },
    ]);
  });
});
