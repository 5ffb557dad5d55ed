import fc from 'fast-check';
import { dateOf } from '../time/civil-date';
import { servesAge, servesAges } from './ages';
import { EVIDENCE, isUnconfirmed } from './codes';
import { coverageGaps, coverageOn, coversDistrict, holdsDay, overlappingDistricts } from './coverage';
import { coverageMatrix } from './coverage-matrix';
import { aRow, aService } from './directory.samples';
import type { DateSpan } from './service';

const FIRST = 18_262;
const day = fc.integer({ min: FIRST, max: FIRST + 60 }).map(dateOf);
const span: fc.Arbitrary<DateSpan> = fc
  .record({
    start: fc.integer({ min: FIRST, max: FIRST + 60 }),
    length: fc.integer({ min: 1, max: 40 }),
    open: fc.boolean(),
  })
  .map(({ start, length, open }) => ({ from: dateOf(start), to: open ? null : dateOf(start + length) }));
const rows = fc
  .array(fc.record({ span, district: fc.constantFrom('N', 'S'), evidence: fc.constantFrom(...EVIDENCE) }), {
    maxLength: 5,
  })
  .map((all) => all.map(({ span: dates, district, evidence }) => aRow({ ...dates, district, evidence })));

describe('coverage by dated rows', () => {
  it('holds on the first day and no longer on the last', () => {
    fc.assert(
      fc.property(span, ({ from, to }) => {
        expect(holdsDay({ from, to }, from)).toBe(true);
        if (to !== null) expect(holdsDay({ from, to }, to)).toBe(false);
      }),
    );
  });

  it('overlaps exactly where two rows of a district hold on the same day', () => {
    fc.assert(
      fc.property(rows, (coverage) => {
        const days = Array.from({ length: 120 }, (_, n) => dateOf(FIRST + n));
        const twice = ['N', 'S'].filter((district) =>
          days.some(
            (on) => coverage.filter((row) => row.district === district && holdsDay(row, on)).length > 1,
          ),
        );
        expect([...overlappingDistricts(coverage)].sort()).toEqual(twice);
      }),
    );
  });

  it('gives a district no more than one row on a day when nothing overlaps', () => {
    fc.assert(
      fc.property(rows, day, (coverage, on) => {
        fc.pre(overlappingDistricts(coverage).length === 0);
        const holding = coverage.filter((row) => row.district === 'N' && holdsDay(row, on));
        expect(coverageOn({ coverage }, { district: 'N', on })).toEqual(holding[0] ?? null);
        expect(coversDistrict({ coverage }, 'N', on)).toBe(holding.length === 1);
      }),
    );
  });

  it('leaves as gaps exactly the days on which no row holds', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), span, (spans, within) => {
        const gaps = coverageGaps(spans, within);
        for (let n = 0; n < 130; n += 1) {
          const on = dateOf(FIRST + n);
          const bare = holdsDay(within, on) && !spans.some((each) => holdsDay(each, on));
          expect(gaps.some((gap) => holdsDay(gap, on))).toBe(bare);
        }
      }),
    );
  });

  it('shows in the matrix what coverage says, district by district', () => {
    fc.assert(
      fc.property(rows, day, (coverage, on) => {
        fc.pre(overlappingDistricts(coverage).length === 0);
        const service = aService({ coverage });
        for (const { district, cells } of coverageMatrix({
          services: [service],
          districts: ['N', 'S'],
          on,
        })) {
          const entries = cells.flatMap((cell) => cell.entries);
          expect(entries.length === 1).toBe(coversDistrict(service, district, on));
          expect(entries.every(({ row, unconfirmed }) => unconfirmed === isUnconfirmed(row.evidence))).toBe(
            true,
          );
        }
      }),
    );
  });
});

describe('ages', () => {
  it('are answered for a range as for each year of it', () => {
    const ages = fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.integer({ min: 0, max: 30 })))
      .map(([from, over]) => ({ from, to: over === null ? null : from + over }));
    const range = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
      .map(([least, over]) => ({ least, most: least + over }));
    fc.assert(
      fc.property(ages, range, (served, { least, most }) => {
        const years = Array.from({ length: most - least + 1 }, (_, n) => servesAge(served, least + n));
        const whole = years.every(Boolean) ? 'all' : years.some(Boolean) ? 'some' : 'none';
        expect(servesAges(served, { least, most })).toBe(whole);
      }),
    );
  });
});
