import fc from 'fast-check';
import { HOUR, instant, plus } from '../time';
import { gapsIn, LONGEST_SHIFT, onCallAt, shiftFault, type ShiftSpan } from './shift';

const START = instant('2026-03-02T00:00:00Z');
const WEEK: ShiftSpan = { fromAt: START, toAt: plus(START, LONGEST_SHIFT) };
const span = fc
  .tuple(fc.integer({ min: -24, max: 200 }), fc.integer({ min: 1, max: 48 }))
  .map(([from, hours]): ShiftSpan => ({
    fromAt: plus(START, from * HOUR),
    toAt: plus(START, (from + hours) * HOUR),
  }));

/** Shifts as a rota keeps them: each was added only where the others left room. */
const rota = fc
  .array(span, { maxLength: 12 })
  .map((wanted) =>
    wanted.reduce<readonly ShiftSpan[]>(
      (kept, next) =>
        shiftFault({ span: next, others: kept, now: plus(START, -100 * HOUR) }) === null
          ? [...kept, next]
          : kept,
      [],
    ),
  );

describe('a rota', () => {
  it('has at every moment either one person on call or a gap, never both and never two', () => {
    fc.assert(
      fc.property(rota, fc.integer({ min: 0, max: LONGEST_SHIFT - 1 }), (shifts, offset) => {
        const at = plus(START, offset);
        const inGap = gapsIn(WEEK, shifts).some(({ fromAt, toAt }) => fromAt <= at && at < toAt);
        const covering = shifts.filter(({ fromAt, toAt }) => fromAt <= at && at < toAt);
        expect(covering.length + (inGap ? 1 : 0)).toBe(1);
        expect(onCallAt(shifts, at)).toBe(covering[0] ?? null);
      }),
    );
  });

  it('shows its gaps in order, apart, and inside the span asked about', () => {
    fc.assert(
      fc.property(rota, (shifts) => {
        const gaps = gapsIn(WEEK, shifts);
        for (const [n, { fromAt, toAt }] of gaps.entries()) {
          expect(fromAt).toBeLessThan(toAt);
          expect(fromAt).toBeGreaterThanOrEqual(gaps[n - 1]?.toAt ?? WEEK.fromAt);
          expect(toAt).toBeLessThanOrEqual(WEEK.toAt);
        }
      }),
    );
  });

  it('has no gap once every gap is filled', () => {
    fc.assert(
      fc.property(rota, (shifts) => {
        expect(gapsIn(WEEK, [...shifts, ...gapsIn(WEEK, shifts)])).toEqual([]);
      }),
    );
  });

  it('lets two shifts meet, and hands over at that very moment', () => {
    const noon = plus(START, 12 * HOUR);
    const first = { fromAt: START, toAt: noon };
    const second = { fromAt: noon, toAt: plus(noon, HOUR) };
    expect(shiftFault({ span: second, others: [first], now: START })).toBeNull();
    expect(onCallAt([first, second], noon)).toBe(second);
    expect(onCallAt([first, second], plus(noon, -1))).toBe(first);
  });
});
