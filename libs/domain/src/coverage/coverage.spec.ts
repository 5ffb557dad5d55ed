import fc from 'fast-check';
import { instant } from '../time';
import { coverageOf, type CoverageAsked, type HeldOffences } from './coverage';
import { OFFENCE_DEFINITIONS } from './offence-definition';
import { monthPlus, PERIOD_LENGTHS, periodText, readPeriod, type PeriodLength } from './offence-period';
import { DEFAULT_DISCLOSURE_RULE, releaseTables } from '../disclosure';
import { countedReferrals, referralLinks, releasedReferrals, type ReferralCount } from './referrals-released';
import { yearsToPublish } from './rolling-year';

const LONDON = 'Europe/London';
const month = fc
  .tuple(fc.integer({ min: 1950, max: 2190 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

describe('a period of recorded offences', () => {
  it.each([
    ['2026-04', '2026-04', 1],
    ['2026-Q2', '2026-04', 3],
    ['2025', '2025-01', 12],
    ['year ending 2026-03', '2025-04', 12],
    ['2026-11 to 2027-01', '2026-11', 3],
  ])('%s begins in %s and has %d months', (written, first, months) => {
    expect(readPeriod(written)).toEqual({ first, months });
  });

  it.each([
    '',
    '2025/26',
    '2026-13',
    '2026-04 to 2026-05',
    '2026-04 to 2026-02',
    'Q2',
    '26-04',
    '2026-Q5',
    '1850',
  ])('%j is none', (written) => {
    expect(readPeriod(written)).toBeNull();
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(month, fc.constantFrom(...PERIOD_LENGTHS), (first, months) => {
        expect(readPeriod(periodText({ first, months }))).toEqual({ first, months });
      }),
    );
  });

  it('goes so many months on, and back again', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -500, max: 500 }), (first, more) => {
        expect(monthPlus(monthPlus(first, more), -more)).toBe(first);
      }),
    );
  });
});

describe('the rolling years whose referrals may be published', () => {
  const years = (now: string, began: string) =>
    yearsToPublish(instant(now), { began: instant(began), timezone: LONDON }).map(({ quarter, first }) => [
      quarter,
      first,
    ]);

  it('are four, each of twelve months, once referrals have been taken for long', () => {
    expect(years('2026-11-23T10:00:00Z', '2020-01-01T00:00:00Z')).toEqual([
      ['2025-10', '2025-01'],
      ['2026-01', '2025-04'],
      ['2026-04', '2025-07'],
      ['2026-07', '2025-10'],
    ]);
  });

  it('leave out what came before the first whole month of referrals, and years of fewer than three', () => {
    expect(years('2026-11-23T10:00:00Z', '2025-11-23T10:00:00Z')).toEqual([
      ['2026-01', '2025-12'],
      ['2026-04', '2025-12'],
      ['2026-07', '2025-12'],
    ]);
  });
});

const SOURCE = 'Invented for a test';
const held = (district: string, months: PeriodLength, more: Partial<HeldOffences> = {}) =>
  Array.from({ length: 12 / months }, (_, at) => ({
    district,
    first: monthPlus('2025-10', at * months),
    months,
    offences: 10 * months,
    source: SOURCE,
    ...more,
  }));
/** The counts of one year, protected by the rule. */
function protectedReferrals(districts: readonly string[], counts: readonly ReferralCount[]) {
  const year = { first: '2025-10', quarter: '2026-07' };
  const links = referralLinks([{ ...year, districts }]);
  const released = releaseTables(DEFAULT_DISCLOSURE_RULE, {
    tables: [countedReferrals(year, { districts, counts })],
    links,
  });
  if (released.kind === 'refused') throw new Error(released.reason);
  return releasedReferrals(released.tables[0]!);
}
const asked = (parts: Partial<CoverageAsked> = {}): CoverageAsked => ({
  first: '2025-10',
  quarter: '2026-07',
  definition: 'sexual-offences',
  released: protectedReferrals(
    ['A', 'B'],
    [
      { district: 'A', referrals: 31 },
      { district: 'B', referrals: 62 },
    ],
  ),
  offences: [...held('A', 1), ...held('B', 3)],
  ...parts,
});
const answers = (parts: Partial<CoverageAsked>) =>
  coverageOf(asked(parts)).map(({ answer }) => (answer.kind === 'compared' ? answer.per100 : answer.why));

describe('referrals for each 100 recorded offences', () => {
  it('come from the published count of referrals, by district and for the county', () => {
    expect(coverageOf(asked())).toEqual([
      {
        district: 'A',
        referrals: 30,
        offences: 120,
        source: SOURCE,
        answer: { kind: 'compared', per100: 25 },
      },
      {
        district: 'B',
        referrals: 60,
        offences: 120,
        source: SOURCE,
        answer: { kind: 'compared', per100: 50 },
      },
      {
        district: null,
        referrals: 95,
        offences: 240,
        source: SOURCE,
        answer: { kind: 'compared', per100: 40 },
      },
    ]);
  });

  it.each([
    ['another definition', { definition: 'rapes' as const }, ['definition', 'definition', 'definition']],
    [
      'a month that is missing',
      { offences: [...held('A', 1).slice(1), ...held('B', 3)] },
      ['offences-unknown', 50, 'offences-unknown'],
    ],
    [
      'a part from another source',
      {
        offences: [
          ...held('A', 1).slice(1),
          ...held('A', 1, { source: 'Other' }).slice(0, 1),
          ...held('B', 3),
        ],
      },
      ['sources-differ', 50, 'offences-unknown'],
    ],
    [
      'districts of two sources',
      { offences: [...held('A', 1), ...held('B', 3, { source: 'Other' })] },
      [25, 50, 'sources-differ'],
    ],
    ['few offences', { offences: [...held('A', 12, { offences: 9 }), ...held('B', 3)] }, ['too-few', 50, 74]],
    [
      'hidden referrals',
      {
        released: protectedReferrals(
          ['A', 'B'],
          [
            { district: 'A', referrals: 3 },
            { district: 'B', referrals: 90 },
          ],
        ),
      },
      ['referrals-hidden', 75, 40],
    ],
    ['months that no quarter fills', { first: '2025-11' }, [27, 'offences-unknown', 'offences-unknown']],
  ])('are not worked out of %s', (_, parts, expected) => {
    expect(answers(parts)).toEqual(expected);
  });

  it('P7 follow from nothing but what was published: exact counts that round alike read alike', () => {
    const count = fc.integer({ min: 0, max: 300 });
    const any = fc.record({
      counts: fc.array(count, { minLength: 2, maxLength: 2 }),
      definition: fc.constantFrom(...OFFENCE_DEFINITIONS),
      offences: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(any, ({ counts: [a = 0, b = 0], definition, offences }) => {
        const released = protectedReferrals(
          ['A', 'B'],
          [
            { district: 'A', referrals: a },
            { district: 'B', referrals: b },
          ],
        );
        const year = [...held('A', 1, { offences }), ...held('B', 1, { offences })];
        for (const line of coverageOf(asked({ released, definition, offences: year }))) {
          const { referrals, answer } = line;
          expect(referrals === null || referrals === 0 || (referrals >= 10 && referrals % 5 === 0)).toBe(
            true,
          );
          if (answer.kind === 'compared') {
            expect(definition.startsWith('sexual-offences')).toBe(true);
            expect(answer.per100).toBe(Math.round((referrals! * 100) / line.offences!));
          }
        }
      }),
    );
  });
});
