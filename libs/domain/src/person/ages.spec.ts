import { bandAtIncident, bandOn, nextRuleChange } from './ages-of';
import { birthdayOn, birthSpan } from './birth-span';

describe('a birthday', () => {
  it.each([
    ['2008-02-29', 18, '2026-03-01'],
    ['2008-02-29', 16, '2024-02-29'],
    ['2008-03-29', 18, '2026-03-29'],
    ['2008-12-31', 18, '2026-12-31'],
  ])('of somebody born on %s is at %i on %s', (bornOn, years, on) => {
    expect(birthdayOn(bornOn, years)).toBe(on);
  });
});

describe('an age that was said', () => {
  it('is that of somebody who may have their birthday that day, back to one whose next is tomorrow', () => {
    expect(birthSpan({ kind: 'years', years: 15, saidOn: '2026-03-10' })).toEqual({
      earliest: '2010-03-11',
      latest: '2011-03-10',
    });
  });

  it('stays under 16 until the youngest they can be has turned 16', () => {
    const known = { kind: 'years', years: 15, saidOn: '2026-03-10' } as const;
    expect([bandOn(known, '2027-03-09'), bandOn(known, '2027-03-10')]).toEqual(['13-15', '16-17']);
  });

  it('as a band holds until the youngest of it has outgrown it', () => {
    const known = { kind: 'band', band: '16-17', saidOn: '2026-03-10' } as const;
    expect([bandOn(known, '2028-03-09'), bandOn(known, '2028-03-10')]).toEqual(['16-17', '18-24']);
  });
});

describe('the age when it happened', () => {
  const known = { kind: 'born', bornOn: '2013-03-08' } as const;

  it('is the youngest that what was said allows', () => {
    expect(bandAtIncident(known, { when: 'within-72-hours', reportedOn: '2026-03-10' })).toBe('under-13');
    expect(bandAtIncident(known, { when: 'within-72-hours', reportedOn: '2026-03-11' })).toBe('13-15');
  });

  it.each(['over-12-months', 'unknown'] as const)('is not known when it was %s ago', (when) => {
    expect(bandAtIncident(known, { when, reportedOn: '2026-03-11' })).toBeNull();
  });

  it('of somebody who is under 13 now was under 13', () => {
    expect(bandAtIncident(known, { when: 'over-12-months', reportedOn: '2025-03-11' })).toBe('under-13');
  });
});

describe('the next birthday that changes a rule', () => {
  it.each([
    ['2013-06-01', { age: 13, on: '2026-06-01' }],
    ['2010-06-01', { age: 16, on: '2026-06-01' }],
    ['2008-03-11', { age: 18, on: '2026-03-11' }],
    ['2008-03-10', null],
  ])('of somebody born on %s, asked on Tuesday 10 March 2026', (bornOn, change) => {
    expect(nextRuleChange({ kind: 'born', bornOn }, '2026-03-10')).toEqual(change);
  });

  it('is not guessed from an age that was only said', () => {
    expect(nextRuleChange({ kind: 'years', years: 17, saidOn: '2026-03-10' }, '2026-03-10')).toBeNull();
  });
});
