import fc from 'fast-check';
import { instant, MINUTE, plus } from '../time';
import { mayWaitForInterpreter, type InterpreterBooking } from './interpreter';

const START = instant('2026-03-02T08:00:00Z');
const NONE: InterpreterBooking = { outcome: 'none-available', forAt: null };

const anyInstant = fc.integer({ min: 0, max: 600 }).map((minutes) => plus(START, minutes * MINUTE));
const aBooking = anyInstant.map((forAt): InterpreterBooking => ({ outcome: 'booked', forAt }));
const someBookings = fc.array(fc.oneof(aBooking, fc.constant(NONE)), { maxLength: 5 });

describe('whatever was booked, a wait for want of an interpreter', () => {
  it('stands on a record that says so', () => {
    fc.assert(
      fc.property(fc.array(aBooking, { maxLength: 5 }), anyInstant, (bookings, from) => {
        const latest = Math.max(-Infinity, ...bookings.map(({ forAt }) => forAt ?? -Infinity));
        expect(mayWaitForInterpreter({ bookings, from }).kind).toBe(latest > from ? 'may' : 'refused');
        expect(mayWaitForInterpreter({ bookings: [...bookings, NONE], from }).kind).toBe('may');
      }),
    );
  });

  it('is judged alike in whichever order the bookings were noted', () => {
    fc.assert(
      fc.property(someBookings, anyInstant, (bookings, from) => {
        const turned = bookings.toReversed();
        expect(mayWaitForInterpreter({ bookings: turned, from })).toEqual(
          mayWaitForInterpreter({ bookings, from }),
        );
      }),
    );
  });

  it('may begin earlier wherever it may begin later', () => {
    fc.assert(
      fc.property(someBookings, anyInstant, fc.nat(300), (bookings, from, minutes) => {
        fc.pre(mayWaitForInterpreter({ bookings, from }).kind === 'may');
        const earlier = plus(from, -minutes * MINUTE);
        expect(mayWaitForInterpreter({ bookings, from: earlier })).toEqual({ kind: 'may' });
      }),
    );
  });

  it('is never allowed by nothing, and never taken back by one more note', () => {
    fc.assert(
      fc.property(someBookings, fc.oneof(aBooking, fc.constant(NONE)), anyInstant, (bookings, more, from) => {
        const before = mayWaitForInterpreter({ bookings, from }).kind;
        if (bookings.length === 0) expect(before).toBe('refused');
        if (before === 'may')
          expect(mayWaitForInterpreter({ bookings: [...bookings, more], from }).kind).toBe('may');
      }),
    );
  });
});
