import fc from 'fast-check';
import { AGE_BANDS, ageBandOf, ageOn } from '../referral/age-band';
import { dateOf } from '../time/civil-date';
import { AGE_STAGES, ageRules, stageOf } from './age-rules';
import { bandOn } from './ages-of';
import { birthdayOn, birthSpan, oldestOn, youngestOn, type AgeKnown } from './birth-span';

const day = fc.integer({ min: -10_000, max: 30_000 }).map(dateOf);
const ordered = fc.tuple(day, day).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
const stageNumber = (band: (typeof AGE_BANDS)[number]) => AGE_STAGES.indexOf(stageOf(band));

describe('ages, whatever was told and whenever it is asked', () => {
  it('nobody grows younger', () => {
    const known = fc.oneof(
      day.map((bornOn): AgeKnown => ({ kind: 'born', bornOn })),
      fc
        .tuple(fc.integer({ min: 0, max: 90 }), day)
        .map(([years, saidOn]): AgeKnown => ({ kind: 'years', years, saidOn })),
      fc
        .tuple(fc.constantFrom(...AGE_BANDS), day)
        .map(([band, saidOn]): AgeKnown => ({ kind: 'band', band, saidOn })),
    );
    fc.assert(
      fc.property(known, ordered, (told, [earlier, later]) => {
        expect(youngestOn(birthSpan(told), later)).toBeGreaterThanOrEqual(
          youngestOn(birthSpan(told), earlier),
        );
      }),
    );
  });

  it('what was said holds on the day it was said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), day, (years, saidOn) => {
        const span = birthSpan({ kind: 'years', years, saidOn });
        expect([youngestOn(span, saidOn), oldestOn(span, saidOn)]).toEqual([years, years]);
        expect(bandOn({ kind: 'band', band: ageBandOf(years), saidOn }, saidOn)).toBe(ageBandOf(years));
      }),
    );
  });

  it('knowing less never gives a less protective rule', () => {
    fc.assert(
      fc.property(ordered, day, ([bornOn, saidOn], on) => {
        const years = ageOn({ bornOn, on: saidOn });
        const exact: AgeKnown = { kind: 'born', bornOn };
        const rough: AgeKnown = { kind: 'years', years, saidOn };
        const roughest: AgeKnown = { kind: 'band', band: ageBandOf(years), saidOn };
        expect(stageNumber(bandOn(rough, on))).toBeLessThanOrEqual(stageNumber(bandOn(exact, on)));
        expect(stageNumber(bandOn(roughest, on))).toBeLessThanOrEqual(stageNumber(bandOn(rough, on)));
      }),
    );
  });

  it('an age is reached on the birthday and not the day before', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (bornOn, years) => {
        const on = birthdayOn(bornOn, years);
        const before = dateOf(Date.parse(on) / 86_400_000 - 1);
        expect([ageOn({ bornOn, on: before }), ageOn({ bornOn, on })]).toEqual([years - 1, years]);
      }),
    );
  });
});

describe('what an age means', () => {
  const strictness = {
    childProtection: ['always', 'ask-every-time', 'on-cause', 'none'],
    sarcRoute: ['police-or-social-care', 'with-consent'],
    ownDecision: ['not-alone', 'once-assessed', 'presumed'],
    parentContact: ['only-when-marked-safe', 'only-if-they-ask'],
  } as const;

  it('never protects an older person more than a younger one', () => {
    const bands = AGE_BANDS.map(ageRules);
    for (const [rule, order] of Object.entries(strictness)) {
      const places = bands.map((rules) =>
        (order as readonly string[]).indexOf(rules[rule as keyof typeof strictness]),
      );
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });
});
