import fc from 'fast-check';
import { instant, MINUTE, plus, SECOND, type Instant } from '../time';
import { ladderFaults, PAGE_LEVELS, pagingStep, type PagingPolicy } from './paging-ladder';

const RAISED = instant('2026-03-01T22:41:00Z');
const POLICY: PagingPolicy = {
  version: 1,
  rungs: [
    { level: 'on-call', times: 2, everySeconds: 600 },
    { level: 'duty-lead', times: 2, everySeconds: 600 },
    { level: 'service-manager', times: 1, everySeconds: 1_800 },
  ],
};

const at = (minutes: number, somebodyOnCall = true) =>
  pagingStep({ policy: POLICY, raisedAt: RAISED, somebodyOnCall, now: plus(RAISED, minutes * MINUTE) });

const ladder = fc
  .subarray([...PAGE_LEVELS], { minLength: 1 })
  .filter((levels) => levels.some((level) => level !== 'on-call'))
  .chain((levels) =>
    fc.tuple(
      ...levels.map((level) =>
        fc.record({
          level: fc.constant(level),
          times: fc.integer({ min: 1, max: 5 }),
          everySeconds: fc.integer({ min: 60, max: 7_200 }),
        }),
      ),
    ),
  )
  .map((rungs): PagingPolicy => ({ version: 1, rungs }));

describe('the ladder of an urgent page', () => {
  it.each<[number, number, string, number]>([
    [0, 0, 'on-call', 10],
    [9.99, 0, 'on-call', 10],
    [10, 1, 'on-call', 20],
    [20, 2, 'duty-lead', 30],
    [40, 4, 'service-manager', 70],
    [70, 5, 'service-manager', 100],
    [24 * 60, 50, 'service-manager', 24 * 60 + 10],
  ])('is, %d minutes on, at step %d for the %s', (minutes, step, level, next) => {
    expect(at(minutes)).toEqual({ step, level, nextAt: plus(RAISED, next * MINUTE) });
  });

  it('starts with the leads when nobody is on call', () => {
    expect(at(0, false)).toMatchObject({ step: 0, level: 'duty-lead' });
    expect(at(20, false)).toMatchObject({ step: 2, level: 'service-manager' });
  });

  it('never ends, never steps down, and names each step once', () => {
    fc.assert(
      fc.property(ladder, fc.boolean(), fc.integer({ min: 1, max: 40 }), (policy, somebodyOnCall, steps) => {
        expect(ladderFaults(policy)).toEqual([]);
        let now: Instant = RAISED;
        let before = { step: -1, height: -1 };
        for (let n = 0; n < steps; n += 1) {
          const taken = pagingStep({ policy, raisedAt: RAISED, somebodyOnCall, now });
          const height = PAGE_LEVELS.indexOf(taken.level);
          expect(taken.step).toBe(before.step + 1);
          expect(height).toBeGreaterThanOrEqual(before.height);
          expect(taken.nextAt).toBeGreaterThanOrEqual(plus(now, 60 * SECOND));
          before = { step: taken.step, height };
          now = taken.nextAt;
        }
      }),
    );
  });

  it('gives the same step throughout the time until the next', () => {
    fc.assert(
      fc.property(
        ladder,
        fc.integer({ min: 0, max: 86_400_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (policy, passed, part) => {
          const now = plus(RAISED, passed);
          const taken = pagingStep({ policy, raisedAt: RAISED, somebodyOnCall: true, now });
          const later = plus(now, Math.floor((taken.nextAt - now) * part));
          expect(pagingStep({ policy, raisedAt: RAISED, somebodyOnCall: true, now: later })).toEqual(taken);
        },
      ),
    );
  });

  it('says why a ladder cannot be used', () => {
    const rungs = (...list: PagingPolicy['rungs']) => ladderFaults({ rungs: list });
    expect(rungs({ level: 'on-call', times: 1, everySeconds: 600 })).toEqual(['nobody-but-on-call']);
    expect(rungs({ level: 'duty-lead', times: 1, everySeconds: 59 })).toEqual(['too-often']);
    expect(rungs({ level: 'duty-lead', times: 0, everySeconds: 60 })).toEqual(['empty-rung']);
    expect(
      rungs(
        { level: 'service-manager', times: 1, everySeconds: 60 },
        { level: 'duty-lead', times: 1, everySeconds: 60 },
      ),
    ).toEqual(['steps-down']);
  });
});
