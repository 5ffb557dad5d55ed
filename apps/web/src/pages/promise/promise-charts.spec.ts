import type { LimbFigure } from '#libs/persistence';
import { promiseCharts } from './promise-charts';
import { firstMonthShown, historyOf } from './promise-history';

const LIMBS = [
  { limb: '1wd', name: '1 working day' },
  { limb: '24h', name: '24 hours' },
];

function figure(limb: string, met: number, missed: number): LimbFigure {
  return {
    limb,
    binding: limb === '1wd',
    referrals: met + missed,
    stillOpen: 0,
    cancelled: 0,
    cancelledByRedirect: 0,
    cancelledByDeath: 0,
    cancelledAsDuplicate: 0,
    met,
    missed,
    metByConfirmedLateEntry: 0,
    metByCorrectedStart: 0,
    missedButInAdjustedTime: 0,
    policyVersions: [],
    calendarVersions: [],
  };
}

const month = (monthOn: string, met: number, missed: number) => ({
  monthOn,
  limbs: [figure('1wd', met, missed), figure('24h', met - 1, missed + 1)],
});

describe('the months that are shown together', () => {
  it('are a year with the chosen one, from the earliest that has anything to count', () => {
    expect(firstMonthShown('2026-03-01')).toBe('2025-04-01');
    const history = historyOf([month('2026-03-01', 9, 2), month('2025-12-01', 9, 2)], '2026-03-01');
    expect(history.map(({ monthOn, limbs }) => [monthOn, limbs.length])).toEqual([
      ['2026-03-01', 2],
      ['2026-02-01', 0],
      ['2026-01-01', 0],
      ['2025-12-01', 2],
    ]);
    expect(historyOf([], '2026-03-01')).toEqual([]);
  });
});

describe('the charts of the promise', () => {
  const history = historyOf(
    [
      month('2026-03-01', 16, 4),
      month('2026-02-01', 5, 4),
      month('2025-12-01', 27, 3),
      month('2025-11-01', 21, 9),
    ],
    '2026-03-01',
  );
  const charts = promiseCharts(history, LIMBS);

  it('give both limits the same size and the same scale, shares first', () => {
    expect(charts.map(({ title }) => title)).toEqual([
      'Share in time: 1 working day',
      'Share in time: 24 hours',
      'How many: 1 working day',
      'How many: 24 hours',
    ]);
    const scaleOf = (n: number) => {
      const { width, height, plot, marks } = charts[n]!;
      return { width, height, plot, grid: marks.filter((mark) => mark.shape === 'line') };
    };
    expect(scaleOf(0)).toEqual(scaleOf(1));
    expect(scaleOf(2)).toEqual(scaleOf(3));
  });

  it('tell in words what they show, and give no percentage of fewer than ten', () => {
    expect(charts[0]?.description).toBe(
      '5 months, November 2025 to March 2026. Highest: 90.0%, December 2025. Lowest: 70.0%, November 2025. ' +
        'Last: 80.0%, March 2026, higher than the first: 70.0%, November 2025. Marked [u]: February 2026. ' +
        'Marked [z]: January 2026.',
    );
    expect(charts[0]?.notes).toEqual([
      '[u] Fewer than 10 decided: no percentage.',
      '[z] No referral of the month is decided.',
    ]);
    expect(charts[2]?.description).toContain(
      'Last: 20 decided and 16 of them in time, March 2026, lower than',
    );
    expect(JSON.stringify(charts)).not.toMatch(/55\.6|44\.4/);
  });

  it('leave the shares out where no month has a percentage', () => {
    const few = promiseCharts([month('2026-03-01', 2, 1), month('2026-02-01', 3, 1)], LIMBS);
    expect(few.map(({ title }) => title)).toEqual(['How many: 1 working day', 'How many: 24 hours']);
    expect(JSON.stringify(few)).not.toContain('%');
  });
});
