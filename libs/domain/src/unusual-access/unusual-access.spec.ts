import fc from 'fast-check';
import { UNUSUAL_ACCESS, unusualAccess, type DayOfLooking } from './unusual-access';

const looked = (change: Partial<DayOfLooking<string, string>> = {}) => ({
  actorId: 'user',
  personId: 'person',
  times: 1,
  hadWork: true,
  ...change,
});
const found = (day: readonly DayOfLooking<string, string>[], userName: string, ...personNames: string[]) =>
  unusualAccess(day, { rule: UNUSUAL_ACCESS, namesOf: () => ({ userName, personNames }) });

describe('looking at people', () => {
  it.each([
    ['the same last name', 'Sample Wren', ['Sample Person Wren'], true],
    ['other letters of the same', 'Zoë O’Wren', ['SAMPLE O WREN'], true],
    ['the full name alone', 'Sample Wren', ['Sparrow', 'Sample Wren'], true],
    ['the first name alone', 'Wren Sample', ['Wren Heron'], false],
    ['a single name', 'Sample Wren', ['Wren'], false],
    ['nobody of that name', 'Sample Wren', ['Sample Person Quill'], false],
  ])('P8 is shown to the auditor for %s', (_, userName, personNames, shown) => {
    expect(found([looked()], userName, ...personNames).map(({ kind }) => kind)).toEqual(
      shown ? ['own-name'] : [],
    );
  });

  it('P8 is shown when nothing was done for the person', () => {
    expect(found([looked({ hadWork: false, times: 3 })], 'Sample Wren', 'Sample Person Quill')).toEqual([
      { kind: 'no-work', actorId: 'user', personId: 'person', howMany: 3 },
    ]);
  });

  it('P8 counts people, not looks: many are shown once, and never at the limit', () => {
    const most = UNUSUAL_ACCESS.mostPeopleInADay;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 * most }), fc.integer({ min: 1, max: 5 }), (people, times) => {
        const day = Array.from({ length: people }, (_, n) => looked({ personId: `person ${n}`, times }));
        const shown = found(day, 'Sample Wren', 'Sample Person Quill');
        expect(shown).toEqual(
          people > most ? [{ kind: 'many-people', actorId: 'user', personId: null, howMany: people }] : [],
        );
      }),
    );
  });
});
