import fc from 'fast-check';
import { AGE_BANDS } from '../referral/age-band';
import { WHEN_BANDS } from '../referral/codes';
import { correctedAges, gotYounger, olderBand, type AgeKnown } from '.';

const days = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const told = fc.record({
  when: fc.constantFrom(...WHEN_BANDS),
  reportedOn: days('2025-01-01', '2025-12-31'),
  today: days('2026-01-01', '2027-12-31'),
});
const known = fc.oneof<fc.Arbitrary<AgeKnown>[]>(
  days('1930-01-01', '2027-12-31').map((bornOn) => ({ kind: 'born', bornOn })),
  fc
    .record({ years: fc.integer({ min: 0, max: 95 }), saidOn: days('2026-01-01', '2026-12-31') })
    .map(({ years, saidOn }) => ({ kind: 'years', years, saidOn })),
);

describe('ages put right, whatever they are', () => {
  it('nobody is younger now than at the report, nor at the report than when it happened', () => {
    fc.assert(
      fc.property(known, told, (age, when) => {
        const result = correctedAges(age, when);
        if (result.kind === 'refused') return;
        const { atIncident, atReport, now } = result.ages;
        expect(olderBand(atReport, now)).toBe(now);
        if (atIncident !== null) expect(olderBand(atIncident, atReport)).toBe(atReport);
      }),
    );
  });

  it('a later birth never makes anybody older', () => {
    const births = fc.tuple(days('1930-01-01', '2024-12-31'), days('1930-01-01', '2024-12-31'));
    fc.assert(
      fc.property(births, told, (pair, when) => {
        const [first, second] = pair.toSorted();
        const [older, younger] = [first, second].map((bornOn) =>
          correctedAges({ kind: 'born', bornOn: String(bornOn) }, when),
        );
        if (older?.kind !== 'corrected' || younger?.kind !== 'corrected')
          throw new Error('both are born by then');
        expect(olderBand(older.ages.now, younger.ages.now)).toBe(older.ages.now);
      }),
    );
  });

  it('is refused exactly when the birth lies after the report', () => {
    fc.assert(
      fc.property(days('1930-01-01', '2027-12-31'), told, (bornOn, when) => {
        const { kind } = correctedAges({ kind: 'born', bornOn }, when);
        expect(kind).toBe(bornOn > when.reportedOn ? 'refused' : 'corrected');
      }),
    );
  });

  it('only one of two bands is the younger', () => {
    const band = fc.constantFrom(...AGE_BANDS);
    fc.assert(
      fc.property(band, band, (a, b) => {
        expect([gotYounger(a, b), gotYounger(b, a)].filter(Boolean)).toHaveLength(a === b ? 0 : 1);
      }),
    );
  });
});
