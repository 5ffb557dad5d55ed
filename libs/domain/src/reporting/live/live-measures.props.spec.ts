import fc from 'fast-check';
import { FIGURE_DIMENSIONS, MISS_REASONS, type Cell, type FigureMeasure } from '../facts';
import { MEASURES } from '../measures';
import { FIGURE_SPANS, monthsOfSpan } from './figure-span';
import { shareWorking } from './figure-working';
import { LIVE_MEASURES, liveMeasure, workingOf } from './live-measures';
import { LIVE_TABLE_IDS, LIVE_TABLES, liveTable } from './live-table';

const cell = (measure: FigureMeasure, bucket: string, count: number, more: Partial<Cell> = {}): Cell => ({
  measure,
  dimension: 'county',
  value: 'all',
  monthOn: '2026-03-01',
  limb: '',
  bucket,
  count,
  ...more,
});

/** One referral as it is counted under one limb; every rollup that a measure reads tells of it alike. */
const limbOf = fc.record({
  state: fc.constantFrom('met', 'missed', 'open', 'cancelled'),
  late: fc.boolean(),
  tried: fc.boolean(),
  reason: fc.constantFrom(...MISS_REASONS),
});

function cellsOf(limbs: readonly { state: string; late: boolean; tried: boolean; reason: string }[]) {
  const limb = '24h';
  return limbs.flatMap(({ state, late, tried, reason }) => [
    cell('promise', state, 1, { limb }),
    cell('staffing-promise', state, 1, { limb }),
    cell('staffing-attempt', state === 'cancelled' ? state : attemptOf(state, tried), 1, { limb }),
    ...(state === 'met'
      ? [cell('promise-basis', late ? 'late-entry-confirmed' : 'on-time', 1, { limb })]
      : []),
    ...(state === 'missed' ? [cell('promise-basis', late ? 'late' : 'not-done', 1, { limb })] : []),
    ...(state === 'missed' ? [cell('promise-reason', reason, 1, { limb })] : []),
    ...(state === 'cancelled' ? [] : [cell('first-attempt', attemptOf(state, tried), 1, { limb })]),
  ]);
}

function attemptOf(state: string, tried: boolean): string {
  if (state === 'met' || tried) return 'in-time';
  return state === 'open' ? 'not-yet' : 'none';
}

describe('a live figure', () => {
  it('has parts that sum to all referrals, whatever happened to them', () => {
    fc.assert(
      fc.property(fc.array(limbOf, { maxLength: 60 }), (limbs) => {
        for (const live of LIVE_MEASURES.filter((one) => one.limbs)) {
          for (const part of live.parts ?? ['']) {
            const { numerator, denominator, exclusions, total } = workingOf(live, cellsOf(limbs), {
              limb: '24h',
              part,
            });
            expect(total).toBe(limbs.length);
            expect(Object.values(exclusions).reduce((sum, count) => sum + count, denominator)).toBe(total);
            expect(numerator).toBeLessThanOrEqual(denominator);
          }
        }
      }),
    );
  });

  it('parts every miss by exactly one reason', () => {
    const live = liveMeasure('misses-by-reason')!;
    fc.assert(
      fc.property(fc.array(limbOf, { maxLength: 60 }), (limbs) => {
        const cells = cellsOf(limbs);
        const counted = MISS_REASONS.map((part) => workingOf(live, cells, { limb: '24h', part }).numerator);
        const misses = limbs.filter(({ state }) => state === 'missed').length;
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(misses);
      }),
    );
  });

  it('leaves out whoever was not measured, and counts them', () => {
    const cells = [
      cell('referrals', 'referred', 10),
      cell('conversation-minutes', '30', 6),
      cell('conversation-minutes', '90', 3, { monthOn: '2026-04-01' }),
    ];
    const working = workingOf(liveMeasure('time-to-first-conversation')!, cells);
    expect(working).toMatchObject({ denominator: 9, exclusions: { 'no-conversation': 1 }, total: 10 });
    expect(working.spread).toMatchObject({ median: 30, p90: 90 });
  });

  it('says in how many referrals a code is recorded', () => {
    const cells = [
      cell('referrals', 'referred', 9, { dimension: 'district', value: 'E07999999' }),
      cell('referrals', 'referred', 3, { dimension: 'district', value: 'not-recorded' }),
    ];
    const working = workingOf(liveMeasure('completeness')!, cells, { part: 'district' });
    expect(working).toMatchObject({ numerator: 9, denominator: 12 });
  });

  it('is never shown when its parts do not sum to its whole', () => {
    const wrong = { numerator: 5, denominator: 7, exclusions: { open: 1 } };
    expect(() => shareWorking(wrong, 9)).toThrow('do not sum');
    expect(() => shareWorking({ ...wrong, numerator: 8 }, 8)).toThrow('do not sum');
    const torn = [cell('promise', 'missed', 2, { limb: '24h' })];
    const of = { limb: '24h', part: 'asked-to-wait' };
    expect(() => workingOf(liveMeasure('misses-by-reason')!, torn, of)).toThrow('one reason');
  });
});

describe('the tables of live figures', () => {
  it('show every measure that the catalogue says they show, and no other', () => {
    const said = MEASURES.filter(
      ({ standing }) => standing.kind === 'counted' && standing.on.includes('live-figures'),
    );
    expect(LIVE_MEASURES.map(({ measure }) => measure.id).toSorted()).toEqual(
      said.map(({ id }) => id).toSorted(),
    );
    for (const { tables } of LIVE_MEASURES) expect(tables.length).toBeGreaterThan(0);
    const shown = new Set(LIVE_MEASURES.flatMap(({ tables }) => tables));
    expect([...shown].toSorted()).toEqual([...LIVE_TABLE_IDS].toSorted());
    for (const table of LIVE_TABLE_IDS) expect(FIGURE_DIMENSIONS).toContain(LIVE_TABLES[table].dimension);
  });

  it('give no part of the area over less than twelve months, and say over which span there is one', () => {
    for (const table of ['promise-by-district', 'promise-by-centre', 'promise-by-offence-group'] as const) {
      expect(liveTable(table, 'quarter')).toEqual({ kind: 'no-such-table', table, instead: 'twelve-months' });
      expect(liveTable(table, 'twelve-months').kind).toBe('table');
    }
    for (const table of LIVE_TABLE_IDS)
      for (const span of FIGURE_SPANS) {
        const answer = liveTable(table, span);
        if (answer.kind === 'no-such-table') expect(liveTable(table, answer.instead).kind).toBe('table');
      }
  });

  it.each([
    ['quarter', '2026-03', '2026-01-01', '2026-03-01'],
    ['twelve-months', '2026-03', '2025-04-01', '2026-03-01'],
    ['quarter', '2027-01', '2026-11-01', '2027-01-01'],
  ] as const)('take a %s until %s from %s to %s', (span, until, from, to) => {
    expect(monthsOfSpan(span, until)).toEqual({ from, to });
  });
});
