import fc from 'fast-check';
import { HOUR, plus, SECOND, type Instant } from '../time';
import {
  acknowledgeTelling,
  fireSafeguarding,
  judgeNotNeeded,
  putOffTelling,
  tellBody,
} from './change-safeguarding';
import { SAFEGUARDING_KINDS } from './codes';
import { aSafeguardingTask, LEAD, OPENED } from './safeguarding.samples';
import { isLate, isSettled, type SafeguardingTask } from './safeguarding-task';

const moment = fc.integer({ min: 0, max: 300 * 3600 }).map((seconds) => plus(OPENED, seconds * SECOND));
const act = fc.constantFrom('fire', 'tell', 'acknowledge', 'not-needed', 'put-off');
const life = fc.tuple(
  fc.constantFrom(...SAFEGUARDING_KINDS),
  fc.array(fc.tuple(moment, act), { maxLength: 25 }),
);

function step(task: SafeguardingTask, now: Instant, what: string) {
  if (what === 'fire') return fireSafeguarding(task, now);
  const done = changeBy(task, now, what);
  return done.kind === 'changed' ? done : { task, events: [] };
}

function changeBy(task: SafeguardingTask, now: Instant, what: string) {
  const by = LEAD;
  if (what === 'tell')
    return tellBody(task, { body: 'police', at: now, answerDueAt: plus(now, 24 * HOUR), now });
  if (what === 'acknowledge') return acknowledgeTelling(task, { by, now });
  if (what === 'not-needed') return judgeNotNeeded(task, { reason: 'told-already', by, now });
  return putOffTelling(task, { reason: 'body-asked-to-wait', until: plus(now, 12 * HOUR), now });
}

describe('a safeguarding task, whatever happens in whatever order', () => {
  it('notes one overdue step once, and none that was in time', () => {
    fc.assert(
      fc.property(life, ([kind, steps]) => {
        let task = aSafeguardingTask(kind);
        const overdue: Instant[] = [];
        for (const [now, what] of steps.toSorted(([a], [b]) => a - b)) {
          const late = isLate(task, now);
          const { task: next, events } = step(task, now, what);
          const noted = events.filter(({ type }) => type === 'safeguarding.overdue');
          if (noted.length > 0) expect(late).toBe(true);
          overdue.push(...noted.map(({ happenedAt }) => happenedAt));
          task = next;
        }
        expect(new Set(overdue).size).toBe(overdue.length);
      }),
    );
  });

  it('waits for a timer until it is settled, unless all there was to note is noted', () => {
    fc.assert(
      fc.property(life, ([kind, steps]) => {
        let task = aSafeguardingTask(kind);
        for (const [now, what] of steps.toSorted(([a], [b]) => a - b)) task = step(task, now, what).task;
        const left =
          !isSettled(task) &&
          (task.overdueAt === null || (task.state === 'open' && task.waitUntilAt !== null));
        expect(task.nextFireAt !== null).toBe(left);
      }),
    );
  });
});
