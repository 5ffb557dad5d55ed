import fc from 'fast-check';
import { AGE_BANDS } from '../referral/age-band';
import { assessCompetence, FINDINGS } from './assess-competence';

const TODAY = '2026-03-02';
const sound = { finding: 'can-decide', assessedOn: TODAY, reviewOn: null, today: TODAY } as const;

describe('assessing competence for one decision', () => {
  it.each([
    ['13-15', 'gillick'],
    ['16-17', 'capacity'],
    ['60-plus', 'capacity'],
  ] as const)('at %s is by the test of %s', (band, test) => {
    expect(assessCompetence({ ...sound, band })).toEqual({ kind: 'may', test });
  });

  it('never leaves a decision to a child under 13 alone', () => {
    const refused = { kind: 'refused', reason: 'under-13-needs-another' };
    for (const finding of FINDINGS)
      expect(assessCompetence({ ...sound, band: 'under-13', finding, reviewOn: '2026-04-01' })).toEqual(
        refused,
      );
  });

  it.each([
    ['in the future', { assessedOn: '2026-03-03' }, 'assessed-in-the-future'],
    ['without a day to look again', { finding: 'cannot-decide' }, 'review-needed'],
    ['without a day to ask again', { finding: 'not-yet' }, 'review-needed'],
    ['looked at again today', { reviewOn: TODAY }, 'review-not-ahead'],
    ['looked at again in a year and a day', { reviewOn: '2027-03-03' }, 'review-too-far-ahead'],
  ] as const)('an assessment %s is refused', (_name, change, reason) => {
    expect(assessCompetence({ ...sound, band: '25-39', ...change })).toEqual({ kind: 'refused', reason });
  });

  it('a year to the day may pass before it is looked at again', () => {
    const change = { finding: 'cannot-decide', reviewOn: '2027-03-02' } as const;
    expect(assessCompetence({ ...sound, band: '25-39', ...change }).kind).toBe('may');
  });

  it('whoever is said to be unable to decide is always looked at again', () => {
    const day = fc
      .date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const assessed = fc.record({
      band: fc.constantFrom(...AGE_BANDS),
      finding: fc.constantFrom(...FINDINGS),
      assessedOn: day,
      reviewOn: fc.option(day),
      today: day,
    });
    fc.assert(
      fc.property(assessed, (one) => {
        if (assessCompetence(one).kind === 'refused') return;
        expect(one.finding === 'can-decide' || one.reviewOn !== null).toBe(true);
        expect(one.reviewOn === null || one.reviewOn > one.today).toBe(true);
      }),
    );
  });
});
