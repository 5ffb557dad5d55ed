import fc from 'fast-check';
import { AGE_BANDS } from '../referral';
import { MATCH_POLICY, matchKeys, scoreMatch, type IdentityFacts } from '.';

const word = fc.constantFrom(
  'Sarah',
  'Sally',
  'Zoë',
  "O'Wren",
  'Tern',
  'Terne',
  'Pied-Wagtail',
  'T',
  'Knot',
  '’',
);
const name = fc.array(word, { minLength: 0, maxLength: 4 }).map((words) => words.join(' '));
const bornOn = fc.option(fc.constantFrom('1998-03-07', '1998-07-03', '1998-03-17', '1971-11-24'), {
  nil: null,
});
const facts: fc.Arbitrary<IdentityFacts> = fc.record({
  names: fc.array(name, { maxLength: 3 }),
  bornOn,
  ageBand: fc.option(fc.constantFrom(...AGE_BANDS), { nil: null }),
  routes: fc.subarray(['+447700900123', '+447700900124', 'wren@example.org']),
  crimeReference: fc.option(fc.constantFrom('ZZ/000001/26', 'zz 000001 26', 'ZZ/2/26'), { nil: null }),
});
const sharedRoutes = fc.subarray(['+447700900123', '+447700900124']).map((routes) => new Set(routes));

describe('comparing two people', () => {
  it('says the same whichever comes first', () => {
    fc.assert(
      fc.property(facts, facts, sharedRoutes, (one, other, shared) => {
        const context = { policy: MATCH_POLICY, sharedRoutes: shared };
        expect(scoreMatch(one, other, context)).toEqual(scoreMatch(other, one, context));
      }),
    );
  });

  it('is never less sure for something more that agrees', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const context = { policy: MATCH_POLICY, sharedRoutes: new Set<string>() };
        const more: readonly Partial<IdentityFacts>[] = [
          { bornOn: '1990-01-31' },
          { crimeReference: 'ZZ/999/26' },
        ];
        const before = scoreMatch(one, other, context).score;
        for (const fact of more) {
          expect(
            scoreMatch({ ...one, ...fact }, { ...other, ...fact }, context).score,
          ).toBeGreaterThanOrEqual(before);
        }
        const routes = (own: IdentityFacts) => ({ ...own, routes: [...own.routes, '+447700900999'] });
        expect(scoreMatch(routes(one), routes(other), context).score).toBeGreaterThanOrEqual(before);
        const names = (own: IdentityFacts) => ({ ...own, names: [...own.names, 'Merlin Quail'] });
        expect(scoreMatch(names(one), names(other), context).score).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('finds a person by at least one key when their own words are written down twice', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const keys = matchKeys(one);
        expect(new Set(keys.map(({ kind, text }) => `${kind} ${text}`)).size).toBe(keys.length);
        expect(matchKeys({ ...one, names: one.names.map((own) => own.toUpperCase()) })).toEqual(keys);
      }),
    );
  });
});
