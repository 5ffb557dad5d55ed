import fc from 'fast-check';
import { FIGURE_SPANS, LIVE_TABLE_IDS, liveTable } from '../reporting';
import { LARGEST_SAMPLE, mayDraw, sampleFault, SMALLEST_SAMPLE, type SampledFigure } from './figure-sample';
import type { Instant } from '../time';

const figure = fc.record({
  table: fc.constantFrom(...LIVE_TABLE_IDS),
  span: fc.constantFrom(...FIGURE_SPANS),
  until: fc.constant('2026-03'),
  value: fc.constantFrom(null, 'E07999999'),
  limb: fc.constantFrom('24h', '1wd'),
  part: fc.constantFrom('met' as const, 'missed' as const, 'open' as const, 'cancelled' as const),
});
const PROMISE: SampledFigure = {
  table: 'reach',
  span: 'quarter',
  until: '2026-03',
  value: null,
  limb: '24h',
  part: 'missed',
};

describe('a sample of cases', () => {
  it('is never of what is no table, nor of part of the area for whoever pays', () => {
    fc.assert(
      fc.property(figure, fc.integer({ min: -5, max: 200 }), fc.boolean(), (asked, size, wholeArea) => {
        if (sampleFault({ figure: asked, size }, { wholeArea }) !== null) return;
        expect(liveTable(asked.table, asked.span).kind).toBe('table');
        expect(asked.table).toMatch(/^(promise-by-|reach$|misses$)/);
        if (wholeArea) expect(asked.value).toBeNull();
        expect(size).toBeGreaterThanOrEqual(SMALLEST_SAMPLE);
        expect(size).toBeLessThanOrEqual(LARGEST_SAMPLE);
      }),
    );
  });

  it.each([
    [{ size: 4 }, 'size-out-of-range'],
    [{ size: 101 }, 'size-out-of-range'],
    [{ size: 5.5 }, 'size-out-of-range'],
    [{ figure: { ...PROMISE, table: 'times' as const } }, 'no-such-figure'],
    [{ figure: { ...PROMISE, table: 'promise-by-district' as const, value: 'E07999999' } }, 'no-such-figure'],
    [
      {
        figure: {
          ...PROMISE,
          table: 'promise-by-district' as const,
          span: 'twelve-months' as const,
          value: 'E07999999',
        },
      },
      'only-the-whole-area',
    ],
    [{}, null],
  ])('with %j is refused as %s', (change, fault) => {
    expect(sampleFault({ figure: PROMISE, size: 20, ...change }, { wholeArea: true })).toBe(fault);
  });

  it.each([
    [null, null, 'not-sealed-yet'],
    [null, 0, null],
    [7, 7, 'not-sealed-yet'],
    [7, 6, 'not-sealed-yet'],
    [7, 8, null],
  ])('that was asked for under seal %s is drawn under seal %s, or refused: %s', (asked, newest, reason) => {
    const answer = mayDraw({ drawnAt: null, askedUnderSeal: asked }, newest);
    expect(answer).toEqual(reason === null ? { kind: 'may', seal: newest } : { kind: 'refused', reason });
  });

  it('is drawn once', () => {
    expect(mayDraw({ drawnAt: 0 as Instant, askedUnderSeal: null }, 9)).toEqual({
      kind: 'refused',
      reason: 'drawn-already',
    });
  });
});
