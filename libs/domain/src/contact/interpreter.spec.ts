import { instant, MINUTE, plus } from '../time';
import { interpreterGate, mayWaitForInterpreter } from './interpreter';

const NOON = instant('2026-03-02T12:00:00Z');
const NONE = { outcome: 'none-available', forAt: null } as const;
const AT_NOON = { outcome: 'booked', forAt: NOON } as const;

describe('an interpreter', () => {
  const bookings = [{ outcome: 'booked', forAt: NOON }] as const;
  it.each([
    ['none', [], 0, 'not-needed'],
    ['interpreter', [], 0, 'book-first'],
    ['interpreter', [{ outcome: 'none-available', forAt: null }], 0, 'book-first'],
    ['bsl', bookings, -31, 'booked-for-later'],
    ['bsl', bookings, -30, 'booked-now'],
    ['bsl', bookings, 120, 'booked-now'],
    ['bsl', bookings, 121, 'book-first'],
  ] as const)('for the need %s with %j, %i minutes from the time: %s', (need, booked, minutes, gate) => {
    expect(interpreterGate({ need, bookings: booked, now: plus(NOON, minutes * MINUTE) })).toBe(gate);
  });
});

describe('a wait for want of an interpreter', () => {
  const MAY = { kind: 'may' };
  const refused = (reason: string) => ({ kind: 'refused', reason });

  it.each([
    ['rests on nothing when nobody was asked for', [], 0, refused('no-interpreter-asked-for')],
    ['may be when none was to be had', [NONE], 0, MAY],
    ['may be until the one that is booked', [AT_NOON], -1, MAY],
    [
      'cannot begin when one was booked for that very minute',
      [AT_NOON],
      0,
      refused('interpreter-was-booked'),
    ],
    ['cannot begin after one was booked', [AT_NOON], 90, refused('interpreter-was-booked')],
    ['may be after one was booked, when none was to be had as well', [AT_NOON, NONE], 90, MAY],
    [
      'may be when one of two that are booked comes later',
      [{ outcome: 'booked', forAt: plus(NOON, 120 * MINUTE) }, AT_NOON],
      90,
      MAY,
    ],
  ] as const)('%s', (_what, bookings, minutes, expected) => {
    expect(mayWaitForInterpreter({ bookings, from: plus(NOON, minutes * MINUTE) })).toEqual(expected);
  });
});
