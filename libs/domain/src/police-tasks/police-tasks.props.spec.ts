import fc from 'fast-check';
import { HOUR, plus, SECOND, type Instant } from '../time';
import { answerTask, fireTask, notFoundYet, withdrawTask } from './change-task';
import { TASK_KINDS } from './codes';
import type { PoliceTask } from './police-task';
import { aTask, OFFICER, OPENED } from './police-task.samples';

const moment = fc.integer({ min: 0, max: 200 * 3600 }).map((seconds) => plus(OPENED, seconds * SECOND));
const act = fc.oneof(
  { weight: 4, arbitrary: fc.constant('fire' as const) },
  { weight: 1, arbitrary: fc.constantFrom('not-yet' as const, 'answer' as const, 'withdraw' as const) },
);
const life = fc.record({
  kind: fc.constantFrom(...TASK_KINDS),
  steps: fc.array(fc.tuple(moment, act), { maxLength: 30 }),
});

function live({ kind, steps }: { kind: PoliceTask['kind']; steps: [Instant, string][] }) {
  let task = aTask({ kind });
  const types: string[] = [];
  const seen = [task];
  for (const [now, what] of steps.toSorted(([a], [b]) => a - b)) {
    const step = stepOf(task, now, what);
    task = step.task;
    seen.push(task);
    types.push(...step.events.map(({ type }) => type));
  }
  return { task, types, seen };
}

function stepOf(task: PoliceTask, now: Instant, what: string) {
  if (what === 'fire') return fireTask(task, now);
  if (what === 'answer') return answerTask(task, { answer: 'route-given', by: OFFICER, now });
  if (what === 'withdraw') return withdrawTask(task, { why: 'case-closed', now });
  const noted = notFoundYet(task, { at: plus(now, HOUR), now });
  return noted.kind === 'noted' ? noted : { task, events: [] };
}

const count = (types: readonly string[], type: string) => types.filter((one) => one === type).length;

describe('a task to the police, whatever happens in whatever order', () => {
  it('is reminded about, overdue and settled at most once each', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { types } = live(steps);
        expect(count(types, 'police-task.reminded')).toBeLessThanOrEqual(1);
        expect(count(types, 'police-task.overdue')).toBeLessThanOrEqual(1);
        expect(
          count(types, 'police-task.answered') + count(types, 'police-task.withdrawn'),
        ).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never has its due time moved', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { seen } = live(steps);
        expect(new Set(seen.map(({ dueAt }) => dueAt)).size).toBe(1);
      }),
    );
  });

  it('has a next wake-up exactly while something is left to note', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { task } = live(steps);
        const left = task.state === 'open' && (task.overdueAt === null || task.askAgainAt !== null);
        expect(task.nextFireAt !== null).toBe(left);
      }),
    );
  });

  it('noted twice at one moment is noted once', () => {
    fc.assert(
      fc.property(life, moment, (steps, now) => {
        const once = fireTask(live(steps).task, now);
        expect(fireTask(once.task, now).events).toEqual([]);
      }),
    );
  });

  it('once fired, is never due for firing again at the same moment', () => {
    fc.assert(
      fc.property(life, moment, (steps, now) => {
        const { task } = fireTask(live(steps).task, now);
        expect(task.nextFireAt === null || task.nextFireAt > now).toBe(true);
      }),
    );
  });
});
