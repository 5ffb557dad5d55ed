import fc from 'fast-check';
import { DEFAULT_DISCLOSURE_RULE, releaseTables } from '../disclosure';
import { EQUALITY_QUESTIONS } from '../equality';
import { instant } from '../time';
import {
  reachGroupsOf,
  reachTables,
  reachYears,
  REACH_DIMENSIONS,
  REACH_GROUPS,
  REACH_LABELS,
  REACH_TOTAL,
  shareOfHarmed,
  type ReachCount,
} from '.';

const YEAR = { year: 2025, from: '2025-04-01', after: '2026-04-01' };

describe('groups of people who are referred', () => {
  it.each([
    ['mixed-white-and-asian', 'mixed'],
    ['white-roma', 'white'],
    ['arab', 'other'],
    ['other-ethnic-group', 'other'],
    ['not-asked', 'not-asked'],
    ['declined', 'declined'],
    ['unknown', 'unknown'],
  ] as const)('put %s with %s', (ethnicGroup, group) => {
    expect(reachGroupsOf({ sex: 'female', ethnicGroup, ageBand: '18-24' })['ethnic-group']).toBe(group);
  });

  it('have a place for every answer', () => {
    for (const ethnicGroup of EQUALITY_QUESTIONS['ethnic-group'])
      for (const sex of EQUALITY_QUESTIONS.sex)
        expect(() => reachGroupsOf({ sex, ethnicGroup, ageBand: '16-17' })).not.toThrow();
  });
});

describe('years of reach', () => {
  const years = (now: string, began: string) =>
    reachYears(instant(now), { began: instant(began), timezone: 'Europe/London' }).map(({ year }) => year);

  it.each([
    ['2026-06-30T22:59:59Z', '2024-06-10T10:00:00Z', []],
    ['2026-06-30T23:00:00Z', '2024-06-10T10:00:00Z', [2025]],
    ['2026-07-01T00:00:00Z', '2024-04-01T00:00:00Z', [2025]],
    ['2026-07-01T00:00:00Z', '2024-03-31T23:00:00Z', [2024, 2025]],
    ['2026-07-01T00:00:00Z', '2024-01-10T00:00:00Z', [2024, 2025]],
    ['2026-11-23T00:00:00Z', '2026-01-10T00:00:00Z', []],
  ])('at %s, begun %s: %j', (now, began, expected) => {
    expect(years(now, began)).toEqual(expected);
  });
});

describe('tables of reach', () => {
  const released = (people: number, weights: readonly number[]) =>
    releaseTables(DEFAULT_DISCLOSURE_RULE, reachTables(YEAR, countsOf(people, weights), REACH_LABELS));

  it('leave no small count readable, whoever is referred', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.array(fc.nat(100), { minLength: 8, maxLength: 8 }),
        (people, weights) => {
          const made = released(people, weights);
          kinds.add(made.kind);
          if (made.kind === 'refused') return;
          for (const { cells } of made.tables)
            for (const cell of cells.flat())
              if (cell.kind === 'rounded') expect(cell.value === 0 || cell.value >= 10).toBe(true);
        },
      ),
      { numRuns: 6 },
    );
    expect(kinds).toContain('released');
  });

  it('publish what is large enough', () => {
    const made = released(800, [30, 10, 8, 12, 20, 40, 10, 10]);
    if (made.kind === 'refused') throw new Error(made.reason);
    const [sex] = made.tables;
    const row = sex!.rowHeaders.findIndex(({ id }) => id === REACH_TOTAL);
    expect(sex!.cells[row]![0]).toEqual({ kind: 'rounded', value: 800 });
  });
});

/** So many people, each in one group of each dimension; half of them reached, half of these with a first session. */
function countsOf(people: number, weights: readonly number[]): readonly ReachCount[] {
  return REACH_DIMENSIONS.flatMap((dimension) => {
    const groups = REACH_GROUPS[dimension];
    const share = groups.flatMap((group, at) => Array<(typeof groups)[number]>(weights[at] ?? 0).fill(group));
    const of = (person: number) => share[(person * 7919) % Math.max(1, share.length)] ?? groups[0];
    const counts = new Map(
      groups.map((group) => [group, { dimension, group, referred: 0, reached: 0, engaged: 0 }]),
    );
    for (let person = 0; person < people; person += 1) {
      const count = counts.get(of(person))!;
      count.referred += 1;
      if (person % 2 === 0) count.reached += 1;
      if (person % 4 === 0) count.engaged += 1;
    }
    return [...counts.values()];
  });
}

describe('what is published about who is harmed', () => {
  it('is a share of the people harmed, not of each sex', () => {
    const shares = [
      { group: 'female', harmed: 618_000 },
      { group: 'male', harmed: 155_000 },
    ];
    expect(shareOfHarmed({ shares }, 'female')).toBe(80);
    expect(shareOfHarmed({ shares }, 'male')).toBe(20);
    expect(shareOfHarmed({ shares }, 'not-asked')).toBeNull();
    expect(shareOfHarmed({ shares: [] }, 'female')).toBeNull();
  });
});
