import fc from 'fast-check';
import type { Span } from '#libs/domain';
import { hoursInWords } from '../policies/opening-words';
import { readSpans } from './weekly-hours';

describe('opening hours as people type them', () => {
  it.each([
    ['9am to 5pm', [['09:00', '17:00']]],
    ['09:00-17:00', [['09:00', '17:00']]],
    [
      '9am – 1pm, 2pm – 5:30pm',
      [
        ['09:00', '13:00'],
        ['14:00', '17:30'],
      ],
    ],
    [
      '9am to midday and 1pm to 5pm',
      [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    ],
    ['midnight to midnight', [['00:00', '24:00']]],
    ['all day', [['00:00', '24:00']]],
    ['Closed', []],
    ['', []],
  ])('reads %j', (typed, spans) => expect(readSpans(typed)).toEqual(spans));

  it.each(['9', '5pm to 9am', '9am', '9am to 5pm to 6pm', 'ten to four', '9am to 5pm and', '22:00 to 06:00'])(
    'does not guess at %j',
    (typed) => expect(readSpans(typed)).toBeUndefined(),
  );

  it('reads back whatever it shows', () => {
    const minute = fc.integer({ min: 0, max: 1_440 });
    const clock = (at: number) =>
      `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(fc.uniqueArray(minute, { minLength: 2, maxLength: 6 }), (minutes) => {
        const sorted = minutes.toSorted((a, b) => a - b);
        const spans = sorted.flatMap((from, i): Span[] =>
          i % 2 === 0 && sorted[i + 1] !== undefined ? [[clock(from), clock(sorted[i + 1]!)]] : [],
        );
        expect(readSpans(hoursInWords(spans))).toEqual(spans);
      }),
    );
  });
});
