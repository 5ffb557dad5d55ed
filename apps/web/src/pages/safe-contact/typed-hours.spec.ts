import fc from 'fast-check';
import type { Span } from '#libs/domain';
import { spansInWords } from '../cases/safe-hours';
import { readHours } from './typed-hours';

describe('hours as people type them', () => {
  it.each<[string, readonly Span[]]>([
    ['9am to midday', [['09:00', '12:00']]],
    [
      '9am to 12:30pm and 5pm to 8pm',
      [
        ['09:00', '12:30'],
        ['17:00', '20:00'],
      ],
    ],
    [
      '09:00-12:00, 17:00–20:00',
      [
        ['09:00', '12:00'],
        ['17:00', '20:00'],
      ],
    ],
    [
      '9.15 am until 10am; noon to 1pm',
      [
        ['09:15', '10:00'],
        ['12:00', '13:00'],
      ],
    ],
    ['10pm to midnight', [['22:00', '24:00']]],
    ['All day', [['00:00', '24:00']]],
    ['', []],
  ])('reads %s', (typed, spans) => {
    expect(readHours(typed)).toEqual(spans);
  });

  it.each([
    '9 to 5',
    '10pm to 6am',
    '9am',
    'mornings',
    '9am to 9am',
    '9am to 5pm to 6pm',
    '9am to 25:00',
    ',',
  ])('guesses nothing of %s', (typed) => {
    expect(readHours(typed)).toBeUndefined();
  });

  it('reads back whatever it shows', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 });
    const clock = (at: number) =>
      `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    const span = fc
      .tuple(minutes, minutes)
      .filter(([from, to]) => from !== to)
      .map(([a, b]): Span => [clock(Math.min(a, b)), clock(Math.max(a, b))]);
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 3 }), (spans) => {
        expect(readHours(spansInWords(spans))).toEqual(spans);
      }),
    );
  });
});
