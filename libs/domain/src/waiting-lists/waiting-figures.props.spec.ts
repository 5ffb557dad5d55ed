import fc from 'fast-check';
import { DEFAULT_DISCLOSURE_RULE } from '../disclosure';
import { instant } from '../time';
import { releaseInstant } from './release-day';
import { FEWEST_FOR_LENGTHS, releasedFigures } from './waiting-figures';
import { liveLists, releasedLists } from './waiting-list';

const WEEK = 7 * 24 * 60 * 60_000;
const figures = fc
  .record({
    waiting: fc.integer({ min: 0, max: 200 }),
    lengths: fc.uniqueArray(fc.integer({ min: 0, max: 60 * WEEK }), { minLength: 3, maxLength: 3 }),
    caseload: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ waiting, lengths, caseload }) => {
    const [median, p90, longest] = waiting === 0 ? [null, null, null] : lengths.toSorted((a, b) => a - b);
    return { waiting, caseload, median: median ?? null, p90: p90 ?? null, longest: longest ?? null };
  });

describe('what is published of a waiting list', () => {
  it('P7 has no count from 1 to 7, none that is exact, and no length of a few people', () => {
    fc.assert(
      fc.property(figures, (found) => {
        const told = releasedFigures(found, DEFAULT_DISCLOSURE_RULE);
        for (const [count, of] of [
          [told.waiting, found.waiting],
          [told.caseload, found.caseload],
        ] as const) {
          expect(count === null).toBe(of > 0 && of < 8);
          if (count !== null) expect([count % 5, Math.abs(count - of) <= 2]).toEqual([0, true]);
        }
        const longEnough = told.waiting !== null && told.waiting >= FEWEST_FOR_LENGTHS;
        for (const [weeks, of] of [
          [told.median, found.median],
          [told.p90, found.p90],
          [told.longest, found.longest],
        ] as const)
          expect(weeks).toBe(longEnough && of !== null ? Math.floor(of / WEEK) : null);
      }),
    );
  });

  it('P7 says whether lengths are shown by the rounded count alone, so that they tell nothing more of it', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 8, max: 200 }), (found, waiting) => {
        const shown = (count: number) => {
          const [list] = releasedLists(
            [],
            [
              {
                serviceId: null,
                kind: 'counselling',
                figures: releasedFigures({ ...found, waiting: count }, DEFAULT_DISCLOSURE_RULE),
              },
            ],
          );
          return list?.shown.longest.kind;
        };
        const same = Math.round(waiting / 5) * 5;
        expect(shown(waiting)).toBe(shown(same));
      }),
    );
  });

  it('hides what was hidden, and reads nobody where nobody waited', () => {
    const of = (waiting: number) =>
      releasedLists(
        [],
        [
          {
            serviceId: null,
            kind: 'isva',
            figures: releasedFigures(
              { waiting, median: 1, p90: 1, longest: 1, caseload: 0 },
              DEFAULT_DISCLOSURE_RULE,
            ),
          },
        ],
      )[0]?.shown;
    expect(of(3)).toMatchObject({ waiting: { kind: 'hidden' }, longest: { kind: 'hidden' } });
    expect(of(12)).toMatchObject({ waiting: { kind: 'said', value: 10 }, longest: { kind: 'hidden' } });
    expect(of(13)).toMatchObject({
      waiting: { kind: 'said', value: 15 },
      longest: { kind: 'said', value: 0 },
    });
  });

  it.each([
    ['2026-11-23T10:00:00Z', '2026-11-01T00:00:00Z'],
    ['2026-07-01T00:00:00Z', '2026-06-30T23:00:00Z'],
    ['2026-06-30T22:59:59Z', '2026-05-31T23:00:00Z'],
  ])('at %s is of the month that began at %s in London', (now, begun) => {
    expect(releaseInstant(instant(now), 'Europe/London')).toBe(instant(begun));
  });
});

describe('a waiting list as it stands', () => {
  it('keeps the desk beside the services, and says whether any list of the kind is open', () => {
    const [list] = liveLists(
      [],
      [
        {
          serviceId: null,
          kind: 'counselling',
          figures: { waiting: 3, median: 5, p90: 6, longest: 7, caseload: 0, unanswered: 0, room: null },
        },
      ],
    );
    expect(list).toMatchObject({ listed: null, anyOpen: false, shown: { longest: { value: 7 } } });
  });
});
