import {
  compareBirths,
  compareNames,
  MATCH_POLICY,
  matchKeys,
  nameTokens,
  NOTHING_KNOWN,
  scoreMatch,
  slipsBetween,
} from '.';

describe('the parts of a name', () => {
  it.each([
    ['Zoë O’Wren-Tern', ['zoe', 'owren', 'tern']],
    ['Sarah O Wren', ['sarah', 'owren']],
    ['Mrs. Siân van der Knot', ['sian', 'vanderknot']],
    ["D'Avocet", ['davocet']],
    ['Łucja Müßig', ['lucja', 'mussig']],
    ['O', ['o']],
    ['  ', []],
  ])('%s', (name, parts) => {
    expect(nameTokens(name)).toEqual(parts);
  });
});

describe('how two names agree', () => {
  it.each([
    ['Sarah O’Wren', 'SARAH OWREN', 'same-name'],
    ['Chloé Tern', 'Chloe Tern', 'same-name'],
    ['Tern Sarah', 'Sarah Tern', 'name-in-another-order'],
    ['Sarah Jay Tern', 'Sarah Tern', 'name-with-more-parts'],
    ['Sarah Pied-Wagtail', 'Sarah Pied Wagtail', 'same-name'],
    ['Liz Tern', 'Elizabeth Tern', 'short-name'],
    ['Liz Tern', 'Beth Tern', 'short-name'],
    ['Sarah Dunlin', 'Sarah Dunlni', 'name-misspelt'],
    ['Catherine Knot', 'Katharine Knott', 'name-much-misspelt'],
    ['Stephen Ruff', 'Stefan Ruff', 'name-sounds-alike'],
    ['S Tern', 'Sarah Tern', 'name-by-initial'],
    ['Sarah', 'Sarah', 'same-single-name'],
    ['Sarah', 'Sarah Tern', 'part-of-name'],
    ['Sarah Quail', 'Sarah Tern', 'one-name-in-common'],
    ['Sarah Quail', 'Thomas Merlin', 'other-name'],
  ])('%s and %s: %s', (one, other, evidence) => {
    expect([compareNames([one], [other]), compareNames([other], [one])]).toEqual([evidence, evidence]);
  });

  it('takes the best of all names a person was given', () => {
    expect(compareNames(['Lizzie', 'Elizabeth Tern'], ['Beth', 'Elisabeth Tern'])).toBe('name-misspelt');
    expect(compareNames([], ['Sarah'])).toBeNull();
  });
});

describe('how two dates of birth agree', () => {
  it.each([
    ['1998-03-07', '1998-03-07', 'same-birth'],
    ['1998-03-07', '1998-07-03', 'birth-day-and-month-swapped'],
    ['1998-03-07', '1998-03-17', 'birth-one-slip'],
    ['1998-03-21', '1998-03-12', 'birth-one-slip'],
    ['1998-03-07', '1971-03-07', 'birth-same-day-other-year'],
    ['1998-03-07', '1971-11-24', 'other-birth'],
  ])('%s and %s: %s', (one, other, evidence) => {
    expect([compareBirths(one, other), compareBirths(other, one)]).toEqual([evidence, evidence]);
  });
});

it('counts one slip of the hand', () => {
  const pairs = [
    ['tern', 'tren'],
    ['tern', 'ter'],
    ['tern', 'terrn'],
    ['tern', 'turn'],
    ['tern', 'wren'],
    ['', 'a'],
  ];
  expect(pairs.map(([one = '', other = '']) => slipsBetween(one, other))).toEqual([1, 1, 1, 1, 2, 1]);
});

describe('the keys of a person', () => {
  const keys = (names: readonly string[], bornOn: string | null = null) =>
    matchKeys({ ...NOTHING_KNOWN, names, bornOn }).map(({ kind, text }) => `${kind}:${text}`);

  it('stay where day and month are swapped and where a short form is used', () => {
    expect(keys(['Sarah Tern'], '1998-07-03')).toEqual(keys(['Sarah Tern'], '1998-03-07'));
    const both = keys(['Liz Tern']).filter((key) => keys(['Elizabeth Tern']).includes(key));
    expect(both).toHaveLength(1);
  });

  it('never hold a name that stands alone', () => {
    expect(keys(['Sarah'])).toEqual([]);
    expect(keys([], null)).toEqual([]);
  });
});

describe('the score', () => {
  const person = { ...NOTHING_KNOWN, names: ['Sarah Tern'], bornOn: '1998-03-07', routes: ['+447700900123'] };
  const context = { policy: MATCH_POLICY, sharedRoutes: new Set<string>() };

  it('takes a number that several people use for little', () => {
    const other = { ...person, names: ['Thomas Merlin'], bornOn: null };
    const alone = scoreMatch(person, other, context);
    const shared = scoreMatch(person, other, { ...context, sharedRoutes: new Set(person.routes) });
    expect(alone.evidence).toContain('same-number');
    expect(shared.evidence).toContain('number-of-several-people');
    expect(shared.score).toBeLessThan(alone.score);
  });

  it('asks nobody about a name and an age alone, and asks about a name and a birth', () => {
    const named = { ...NOTHING_KNOWN, names: person.names, ageBand: '25-39' as const };
    expect(scoreMatch(named, named, context).score).toBeLessThan(MATCH_POLICY.likely);
    const swapped = { ...person, names: ['Tern Sally'], bornOn: '1998-07-03', routes: [] };
    expect(scoreMatch(person, swapped, context).score).toBeGreaterThanOrEqual(MATCH_POLICY.likely);
  });
});
