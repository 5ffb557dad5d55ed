import { readTimeOfDay } from './time-of-day';

describe('a time as people type it', () => {
  it.each([
    ['16:30', '16:30'],
    ['1630', '16:30'],
    ['4:30pm', '16:30'],
    ['4.30 PM', '16:30'],
    ['430pm', '16:30'],
    ['9am', '09:00'],
    ['12am', '00:00'],
    ['12:15 p.m.', '12:15'],
    ['midday', '12:00'],
    ['midnight', '00:00'],
    ['00:00', '00:00'],
  ])('reads %j as %s', (typed, time) => expect(readTimeOfDay(typed)).toBe(time));

  it.each(['', '24:00', '16:60', '13pm', '0am', 'half four', '4', '16:30:10', '-1:30', '1e1:00'])(
    'does not guess at %j',
    (typed) => expect(readTimeOfDay(typed)).toBeUndefined(),
  );
});
