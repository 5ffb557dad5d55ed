import type { UserId } from '../ids';
import { event, type DomainEvent } from '../journal';
import { isoOf, type Instant } from '../time';
import type { TaskAnswer, Withdrawal } from './codes';
import { isOverdue, remindAt, timed, type PoliceTask } from './police-task';

export interface TaskStep {
  readonly task: PoliceTask;
  readonly events: readonly DomainEvent[];
}

/**
 * What a timer has to note about a task at `now`: a reminder, that it is overdue (as of the due instant, whenever we
 * noticed), that the time at which the team wanted to try again has come. Several at once collapse into the gravest.
 * Nothing due changes nothing, so noting twice is noting once.
 */
export function fireTask(task: PoliceTask, now: Instant): TaskStep {
  if (task.state !== 'open') return { task, events: [] };
  const overdue = task.overdueAt === null && isOverdue(task, now);
  const remind = !overdue && task.overdueAt === null && task.remindedAt === null && now >= remindAt(task);
  const again = task.askAgainAt !== null && now >= task.askAgainAt;
  if (!overdue && !remind && !again) return { task, events: [] };
  const changed = timed({
    ...task,
    overdueAt: overdue ? now : task.overdueAt,
    remindedAt: remind ? now : task.remindedAt,
    askAgainAt: again ? null : task.askAgainAt,
  });
  return {
    task: changed,
    events: [
      ...(overdue ? [told(task, 'police-task.overdue', task.dueAt)] : []),
      ...(remind ? [told(task, 'police-task.reminded', remindAt(task))] : []),
      ...(again && !overdue ? [told(task, 'police-task.ask-again-due', task.askAgainAt)] : []),
    ],
  };
}

export type NotYetRefusal = 'task-settled' | 'not-in-the-future' | 'too-far-ahead';

/** An officer may say "not yet" for two days at most; then a lead should know. */
const FARTHEST = 48 * 60 * 60 * 1000;

/** The team looked and will look again at `at`. The due time stays: an answer that is not there yet is no answer. */
export function notFoundYet(
  task: PoliceTask,
  { at, now }: { at: Instant; now: Instant },
): ({ readonly kind: 'noted' } & TaskStep) | { readonly kind: 'refused'; readonly reason: NotYetRefusal } {
  if (task.state !== 'open') return { kind: 'refused', reason: 'task-settled' };
  if (at <= now) return { kind: 'refused', reason: 'not-in-the-future' };
  if (at - now > FARTHEST) return { kind: 'refused', reason: 'too-far-ahead' };
  const noted = told(task, 'police-task.not-found-yet', now, { askAgainAt: isoOf(at) });
  return { kind: 'noted', task: timed({ ...task, askAgainAt: at }), events: [noted] };
}

/** Ends an open task with the team's answer. */
export function answerTask(
  task: PoliceTask,
  { answer, by, now }: { answer: TaskAnswer; by: UserId; now: Instant },
): TaskStep {
  return settle(task, { outcome: answer, by, now, type: 'police-task.answered' });
}

/** Takes an open task back, because what it asked for is not needed any more. */
export function withdrawTask(task: PoliceTask, { why, now }: { why: Withdrawal; now: Instant }): TaskStep {
  return settle(task, { outcome: why, by: null, now, type: 'police-task.withdrawn' });
}

export function openedEvent(task: PoliceTask): DomainEvent {
  return told(task, 'police-task.opened', task.openedAt, { dueAt: isoOf(task.dueAt) }, task.cause);
}

function settle(
  task: PoliceTask,
  change: { outcome: TaskAnswer | Withdrawal; by: UserId | null; now: Instant; type: string },
): TaskStep {
  const { outcome, by, now, type } = change;
  if (task.state !== 'open') return { task, events: [] };
  const state = type === 'police-task.answered' ? 'answered' : 'withdrawn';
  const settled = timed({ ...task, state, outcome, settledBy: by, settledAt: now, askAgainAt: null });
  return { task: settled, events: [told(task, type, now, {}, outcome)] };
}

function told(
  { id, caseId, kind }: PoliceTask,
  type: string,
  happenedAt: Instant,
  payload: Readonly<Record<string, string>> = {},
  reason: string | null = null,
): DomainEvent {
  return event({
    subject: { kind: 'police-task', id },
    caseId,
    type,
    happenedAt,
    reason,
    payload: { kind, ...payload },
  });
}
