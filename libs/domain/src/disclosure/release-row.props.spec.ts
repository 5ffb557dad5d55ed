import fc from 'fast-check';
import { releaseRow } from './release-row';
import { DEFAULT_DISCLOSURE_RULE } from './disclosure-rule';
import { rounded } from './small-counts';

type Row = Readonly<Record<string, number>>;
const rowOf = (counts: readonly number[]): Row =>
  Object.fromEntries(counts.map((count, index) => [`part${index}`, count]));
const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 5_000 }));
const anyRow = fc.array(count, { minLength: 1, maxLength: 7 }).map(rowOf);

/** Every row of so many parts, each from 0 to `most`. */
function* everyRow(parts: number, most: number): Generator<readonly number[]> {
  if (parts === 0) yield [];
  else for (const rest of everyRow(parts - 1, most)) for (let n = 0; n <= most; n += 1) yield [...rest, n];
}

describe('a row of counts that is published', () => {
  it('shows no count from 1 to 7, and others to the nearest 5', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { total, parts } = releaseRow(row);
        for (const shown of [total, ...Object.values(parts)])
          if (shown !== null) expect(shown === 0 || (shown >= 10 && shown % 5 === 0)).toBe(true);
        for (const [name, shown] of Object.entries(parts))
          if (shown !== null) expect(shown).toBe(rounded(row[name]!, DEFAULT_DISCLOSURE_RULE));
      }),
    );
  });

  it('does not depend on the order of its parts', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const turned = Object.fromEntries(Object.entries(row).toReversed());
        expect(releaseRow(turned)).toEqual(releaseRow(row));
      }),
    );
  });

  it.each([
    [2, 40],
    [3, 20],
  ])(
    'leaves six values possible of each small count, even to a reader who knows the rule: %d parts',
    (parts, most) => {
      const behind = new Map<string, (readonly number[])[]>();
      for (const row of everyRow(parts, most)) {
        const published = JSON.stringify(releaseRow(rowOf(row)));
        behind.set(published, [...(behind.get(published) ?? []), row]);
      }
      const found: unknown[] = [];
      for (const [published, rows] of behind) {
        if (rows.some((row) => row.some((n) => n > most - 5))) continue;
        for (let part = 0; part < parts; part += 1) {
          const values = rows.map((row) => row[part]!);
          const small = Math.min(...values);
          if (small >= 1 && small <= 7 && Math.max(...values) - small < 5)
            found.push({ published, part, values });
        }
      }
      expect(found).toEqual([]);
    },
  );

  it.each([
    [[18, 18, 1], 35, [null, null, null]],
    [[12, 3], 15, [10, null]],
    [[10, 1], 10, [null, null]],
    [[3, 2], null, [null, null]],
    [[0, 0], 0, [0, 0]],
    [[40, 0], 40, [40, 0]],
  ])('publishes %j as %j', (counts, total, shown) => {
    const released = releaseRow(rowOf(counts));
    expect([released.total, Object.values(released.parts)]).toEqual([total, shown]);
  });
});
