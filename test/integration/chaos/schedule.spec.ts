import { kindsIn, shapeOf } from '../../chaos/fault-kinds';
import { optionsFrom, QUEUE_MODES } from '../../chaos/options';
import { limbsOf } from '../../chaos/run-clock';
import { scheduleOf } from '../../chaos/schedule';

const HUNDRED = { faults: 100, seed: 7, queue: 'redis', short: false } as const;

describe('the faults of a seed', () => {
  it('are the same each time, and others for another seed', () => {
    expect(scheduleOf(HUNDRED)).toEqual(scheduleOf(HUNDRED));
    expect(scheduleOf(HUNDRED)).not.toEqual(scheduleOf({ ...HUNDRED, seed: 8 }));
  });

  it.each(QUEUE_MODES)('are as many as asked for and of every kind that mode %s can meet', (queue) => {
    const faults = scheduleOf({ ...HUNDRED, queue });
    expect(faults).toHaveLength(100);
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(kindsIn(queue)));
  });

  it('stop a process for a minute and a half in at most one of twenty, and only where a stop may be so long', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const long = scheduleOf({ ...HUNDRED, seed }).filter(({ lastsMs }) => lastsMs === 90_000);
      expect(long).toHaveLength(5);
      expect(long.every(({ kind }) => shapeOf(kind).mayBeLong)).toBe(true);
    }
    const short = scheduleOf({ ...HUNDRED, faults: 20, short: true });
    expect(Math.max(...short.map(({ lastsMs }) => lastsMs))).toBeLessThanOrEqual(3_000);
    expect(short.at(-1)?.atMs).toBeLessThan(40_000);
  });

  it('are not begun from words that make no sense', () => {
    expect(optionsFrom(['--queue', 'kafka'])).toBeNull();
    expect(optionsFrom(['--faults', 'many'])).toBeNull();
    expect(optionsFrom(['--unknown'])).toBeNull();
    expect(optionsFrom(['--faults', '20', '--seed', '3', '--queue', 'none'])).toMatchObject({
      faults: 20,
      seed: 3,
      queue: 'none',
    });
  });
});

describe('the limbs that the oracle works out for itself', () => {
  it.each([
    [
      'Friday 28 August 2026 before a bank holiday',
      '2026-08-28T21:10:00Z',
      '2026-08-29T21:10:00Z',
      '2026-09-01T16:00:00Z',
    ],
    ['Monday 23 November 2026', '2026-11-23T16:59:00Z', '2026-11-24T16:59:00Z', '2026-11-24T17:00:00Z'],
    [
      'Saturday 28 March 2026 before summer time',
      '2026-03-28T12:00:00Z',
      '2026-03-29T12:00:00Z',
      '2026-03-30T16:00:00Z',
    ],
  ])('%s', (_, reportedAt, day, workingDay) => {
    expect(limbsOf(reportedAt)).toEqual({ '24h': Date.parse(day), '1wd': Date.parse(workingDay) });
  });
});
