import fc from 'fast-check';
import { ALTERNATIVES, SOURCES } from './codes';
import { missingAnswers, REQUIRED_ANSWERS, requiredAnswers, type AnswersGiven } from './required-answers';

const text = fc.option(fc.constantFrom('Sample Person Quill', 'E07999999', 'agreed'), { nil: null });
const alternative = fc.record({
  kind: fc.constantFrom(...ALTERNATIVES),
  by: fc.option(fc.integer({ min: 0 }), { nil: null }),
});
const answers: fc.Arbitrary<AnswersGiven> = fc.record({
  source: fc.constantFrom(...SOURCES),
  nameToAskFor: text,
  age: fc.option(fc.constant({ years: 31 }), { nil: null }),
  district: text,
  reportedAt: fc.option(fc.integer(), { nil: null }),
  agreement: text,
  route: fc.option(fc.constant({ kind: 'mobile' }), { nil: null }),
  alternative: fc.option(alternative, { nil: null }),
});

describe('P11 the few required answers', () => {
  it('nothing outside the list of the source is ever missing', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const allowed = requiredAnswers(given.source);
        expect(missingAnswers(given).every((answer) => allowed.includes(answer))).toBe(true);
      }),
    );
  });

  it('with the answers of its source present a referral misses nothing, whatever else is unknown', () => {
    const present: AnswersGiven = {
      source: 'self',
      nameToAskFor: 'Sample Person Quill',
      age: {},
      district: 'E07999999',
      reportedAt: 0,
      agreement: 'agreed',
      route: {},
      alternative: null,
    };
    fc.assert(
      fc.property(answers, (given) => {
        const needed = requiredAnswers(given.source);
        const filled = Object.fromEntries(
          needed.map((answer) => {
            const name = answer === 'safeContact' ? 'route' : answer;
            return [name, present[name]] as const;
          }),
        );
        expect(missingAnswers({ ...given, ...filled })).toEqual([]);
      }),
    );
  });

  it('the police are asked for the most, the person themself for the least', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const of = (source: AnswersGiven['source']) => missingAnswers({ ...given, source });
        expect(of('police')).toEqual(expect.arrayContaining([...of(given.source)]));
        expect(of(given.source)).toEqual(expect.arrayContaining([...of('self')]));
      }),
    );
  });

  it('answering one more question never makes another one missing', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...REQUIRED_ANSWERS), (given, answer) => {
        const more = answer === 'safeContact' ? { route: {} } : { [answer]: 'Sample' };
        const before = missingAnswers(given);
        expect(missingAnswers({ ...given, ...more }).every((missing) => before.includes(missing))).toBe(true);
      }),
    );
  });

  it.each([
    { alternative: null, missing: true },
    { alternative: { kind: 'third-party', by: null }, missing: false },
    { alternative: { kind: 'safe-place', by: null }, missing: false },
    { alternative: { kind: 'ask-again', by: null }, missing: true },
    { alternative: { kind: 'ask-again', by: 0 }, missing: false },
  ])('without a safe route $alternative leaves safe contact open: $missing', ({ alternative, missing }) => {
    const given: AnswersGiven = {
      source: 'self',
      nameToAskFor: 'Sample Person Quill',
      age: {},
      district: null,
      reportedAt: null,
      agreement: null,
      route: null,
      alternative,
    };
    expect(missingAnswers(given)).toEqual(missing ? ['safeContact'] : []);
  });

  it('a name of spaces is no name', () => {
    const given = { nameToAskFor: '  ', age: {}, district: null, reportedAt: null, agreement: null };
    expect(missingAnswers({ ...given, source: 'self', route: {}, alternative: null })).toEqual([
      'nameToAskFor',
    ]);
  });
});
