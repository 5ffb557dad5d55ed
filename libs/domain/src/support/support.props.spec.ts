import fc from 'fast-check';
import { plus, SECOND, type Instant } from '../time';
import {
  acknowledgeTask,
  beginTask,
  finishTask,
  judgeTaskNotNeeded,
  sendTask,
  takeTask,
  withdrawSupportTask,
  type TaskChanged,
} from './change-support-task';
import { isPlanned, SUPPORT_TASK_KINDS, TASK_ENDS } from './codes';
import { answersForTask, isLiveTask, type SupportTask } from './support-task';
import { aSupportTask, COLLEAGUE, hours, OPENED, WORKER } from './support.samples';

const moment = fc.integer({ min: 0, max: 400 * 3600 }).map((seconds) => plus(OPENED, seconds * SECOND));
const ACTS = ['begin', 'take', 'send', 'acknowledge', 'finish', 'not-needed', 'withdraw'] as const;
const life = fc.tuple(
  fc.constantFrom(...SUPPORT_TASK_KINDS),
  fc.array(fc.tuple(moment, fc.constantFrom(...ACTS), fc.boolean()), { maxLength: 25 }),
);

function act(task: SupportTask, now: Instant, what: (typeof ACTS)[number], ground: boolean): TaskChanged {
  const by = COLLEAGUE;
  const ends = TASK_ENDS[task.kind];
  switch (what) {
    case 'begin':
      return beginTask(task, { dueAt: plus(now, 8 * 3600 * SECOND), now });
    case 'take':
      return takeTask(task, { by, now });
    case 'send':
      return sendTask(task, { ground: ground ? 'consent' : null, answerDueAt: hours(500), now });
    case 'acknowledge':
      return acknowledgeTask(task, { at: now, by, now });
    case 'finish':
      return finishTask(task, { outcome: ends.done[0] ?? 'is-well', by, now });
    case 'not-needed':
      return judgeTaskNotNeeded(task, { outcome: ends['not-needed'][0] ?? 'flag-was-wrong', by, now });
    case 'withdraw':
      return withdrawSupportTask(task, { outcome: 'taken-back', by, now });
  }
}

describe('a support task, whatever happens in whatever order', () => {
  it('P1 P15 has a due time and exactly one who answers for it at every instant until it is settled', () => {
    fc.assert(
      fc.property(life, moment, fc.boolean(), ([kind, steps], asked, ownerWorksHere) => {
        let task = aSupportTask(kind, isPlanned(kind) ? '2026-03-03' : null);
        for (const [now, what, ground] of steps.toSorted(([a], [b]) => a - b)) {
          const changed = act(task, now, what, ground);
          if (changed.kind === 'changed') {
            expect(isLiveTask(task)).toBe(true);
            expect(changed.events).toHaveLength(1);
            task = changed.task;
          }
          const owner = answersForTask(task, { ownerWorksHere, ownerIsAway: !ownerWorksHere, now: asked });
          expect(owner !== null).toBe(isLiveTask(task));
          expect(Number.isFinite(task.dueAt)).toBe(true);
          expect(isLiveTask(task)).toBe(task.settledAt === null);
        }
      }),
    );
  });

  it('P6 is never sent, nor acknowledged, without a ground', () => {
    fc.assert(
      fc.property(life, ([kind, steps]) => {
        let task = aSupportTask(kind);
        for (const [now, what, ground] of steps.toSorted(([a], [b]) => a - b)) {
          const changed = act(task, now, what, ground);
          if (changed.kind === 'changed') task = changed.task;
          if (task.state === 'sent' || task.state === 'acknowledged') expect(task.ground).toBe('consent');
        }
        expect(task.openedBy).toBe(WORKER);
      }),
    );
  });
});
