import { readTypedAge } from './typed-age';

describe('an age or a date of birth in one line', () => {
  it.each([
    ['27', { kind: 'years', years: 27 }],
    [' 0 ', { kind: 'years', years: 0 }],
    ['120', { kind: 'years', years: 120 }],
    ['27 3 1998', { kind: 'born', bornOn: '1998-03-27' }],
    ['27/03/1998', { kind: 'born', bornOn: '1998-03-27' }],
    ['27.3.1998', { kind: 'born', bornOn: '1998-03-27' }],
    ['27-3-1998', { kind: 'born', bornOn: '1998-03-27' }],
    ['27 March 1998', { kind: 'born', bornOn: '1998-03-27' }],
    ['1st mar 1998', { kind: 'born', bornOn: '1998-03-01' }],
    ['29 2 2008', { kind: 'born', bornOn: '2008-02-29' }],
  ])('reads %j', (typed, age) => expect(readTypedAge(typed)).toEqual({ kind: 'age', age }));

  it.each([
    ['', 'missing'],
    ['  ', 'missing'],
    ['121', 'unreadable'],
    ['27.5', 'unreadable'],
    ['about 27', 'unreadable'],
    ['27 3 98', 'unreadable'],
    ['3 1998', 'unreadable'],
    ['30 2 1990', 'unreadable'],
    ['29 2 2007', 'unreadable'],
    ['27 Smarch 1998', 'unreadable'],
    ['1 1 1899', 'too-early'],
  ])('does not guess at %j', (typed, kind) => expect(readTypedAge(typed)).toEqual({ kind }));
});
