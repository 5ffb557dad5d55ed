import fc from 'fast-check';
import { ageBandOf, ageOn } from './age-band';
import { feedbackOf } from './feedback';
import { spokenReference } from './reference';

describe('age', () => {
  it.each([
    { bornOn: '2013-03-02', on: '2026-03-01', years: 12, band: 'under-13' },
    { bornOn: '2013-03-02', on: '2026-03-02', years: 13, band: '13-15' },
    { bornOn: '2010-03-02', on: '2026-03-02', years: 16, band: '16-17' },
    { bornOn: '2008-02-29', on: '2026-02-28', years: 17, band: '16-17' },
    { bornOn: '2008-02-29', on: '2026-03-01', years: 18, band: '18-24' },
    { bornOn: '1940-01-01', on: '2026-01-01', years: 86, band: '60-plus' },
  ])('someone born on $bornOn is $years on $on', ({ bornOn, on, years, band }) => {
    expect(ageOn({ bornOn, on })).toBe(years);
    expect(ageBandOf(years)).toBe(band);
  });
});

describe('a reference', () => {
  it('has no letter that is mistaken for another on the phone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
        expect(spokenReference({ prefix: 'WM', random })).toMatch(
          /^WM-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
        );
      }),
    );
  });

  it('needs enough chance', () => {
    expect(() => spokenReference({ prefix: 'WM', random: new Uint8Array(7) })).toThrow(RangeError);
  });
});

describe('P7 what comes back to the referrer', () => {
  const permissions = { call: 'yes', text: 'no', voicemail: 'no', email: 'no', post: 'no' } as const;
  const active = [{ state: 'active', permissions }] as const;
  it.each([
    { state: 'ready', attempts: 0, everReached: false, routes: active, told: 'received' },
    { state: 'attempting', attempts: 2, everReached: false, routes: active, told: 'not-yet' },
    { state: 'reached', attempts: 1, everReached: true, routes: active, told: 'reached' },
    { state: 'not-wanted', attempts: 1, everReached: true, routes: active, told: 'reached' },
    { state: 'not-wanted', attempts: 0, everReached: false, routes: [], told: 'received' },
    { state: 'exhausted', attempts: 5, everReached: false, routes: active, told: 'could-not-reach-safely' },
    {
      state: 'unsafe',
      attempts: 1,
      everReached: false,
      routes: [{ state: 'suspended', permissions }],
      told: 'need-a-new-number',
    },
    { state: 'no-safe-route', attempts: 0, everReached: false, routes: [], told: 'need-a-new-number' },
    {
      state: 'no-safe-route',
      attempts: 0,
      everReached: false,
      routes: [{ state: 'active', permissions: { ...permissions, call: 'unknown' } }],
      told: 'need-a-new-number',
    },
  ] as const)('$state after $attempts attempts is told as $told', ({ told, ...from }) => {
    expect(feedbackOf(from)).toBe(told);
  });

  it('never tells what was said: accepted and declined are the same answer', () => {
    const common = { attempts: 1, everReached: true, routes: active } as const;
    expect(feedbackOf({ ...common, state: 'reached' })).toBe(feedbackOf({ ...common, state: 'not-wanted' }));
  });
});
