import fc from 'fast-check';
import { FIGURE_SPANS, LIVE_TABLE_IDS, liveTable } from '../reporting';
import { LARGEST_SAMPLE, mayDraw, sampleFault, SMALLEST_SAMPLE, type SampledFigure } from './figure-sample';
import {
  SAMPLED_MEASURE_IDS,
  SAMPLED_MEASURES,
  sampledPartsOf,
  wholeAreaTable,
  type SampledMeasure,
} from './sampled-measure';
import type { Instant } from '../time';

const figure = fc.record({
  measure: fc.constantFrom(...SAMPLED_MEASURE_IDS, 'completeness', 'caseload-per-post'),
  table: fc.constantFrom(...LIVE_TABLE_IDS, 'victims-code' as const),
  span: fc.constantFrom(...FIGURE_SPANS),
  until: fc.constant('2026-03'),
  value: fc.constantFrom(null, 'E07999999'),
  limb: fc.constantFrom('24h', '1wd', null),
  part: fc.constantFrom(...new Set(SAMPLED_MEASURE_IDS.flatMap(sampledPartsOf)), 'nothing'),
});
const PROMISE: SampledFigure = {
  measure: 'first-conversation-in-time',
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
        if (asked.table === 'victims-code') expect(asked.measure).toBe('code-delivered');
        else expect(liveTable(asked.table, asked.span).kind).toBe('table');
        expect(sampledPartsOf(asked.measure as SampledMeasure)).toContain(asked.part);
        expect(asked.limb === null).toBe(!SAMPLED_MEASURES[asked.measure as SampledMeasure].limbs);
        if (wholeArea) expect(asked.value).toBeNull();
        expect(size).toBeGreaterThanOrEqual(SMALLEST_SAMPLE);
        expect(size).toBeLessThanOrEqual(LARGEST_SAMPLE);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(SAMPLED_MEASURE_IDS)('can be asked for of each part of %s, over the whole area', (measure) => {
    const table = wholeAreaTable(measure, 'twelve-months');
    expect(table).toBeDefined();
    const limb = SAMPLED_MEASURES[measure].limbs ? '24h' : null;
    for (const part of sampledPartsOf(measure)) {
      const asked = {
        measure,
        table: table!,
        span: 'twelve-months',
        until: '2026-03',
        value: null,
        limb,
        part,
      } as const;
      expect([part, sampleFault({ figure: asked, size: 20 }, { wholeArea: true })]).toEqual([part, null]);
    }
  });

  it('is not told over three months where the measure is not', () => {
    expect(wholeAreaTable('justice-funnel', 'quarter')).toBeUndefined();
    expect(wholeAreaTable('misses-by-reason', 'quarter')).toBe('misses');
  });

  it.each([
    [{ size: 4 }, 'size-out-of-range'],
    [{ size: 101 }, 'size-out-of-range'],
    [{ size: 5.5 }, 'size-out-of-range'],
    [{ figure: { ...PROMISE, table: 'times' as const } }, 'no-such-figure'],
    [{ figure: { ...PROMISE, limb: null } }, 'no-such-figure'],
    [{ figure: { ...PROMISE, part: 'begun' } }, 'no-such-figure'],
    [{ figure: { ...PROMISE, measure: 'completeness' } }, 'no-such-figure'],
    [{ figure: { ...PROMISE, measure: 'justice-funnel', part: 'charged', limb: null } }, 'no-such-figure'],
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
