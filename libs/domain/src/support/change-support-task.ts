import type { UserId } from '../ids';
import { event, type DomainEvent } from '../journal';
import { nextState } from '../machine';
import { isoOf, type Instant } from '../time';
import {
  isSent,
  TASK_ENDS,
  type DoneOutcome,
  type NotNeededOutcome,
  type SendingGround,
  type TaskWithdrawal,
} from './codes';
import { isTaskLate, type SupportTask } from './support-task';
import { supportTaskMachine, type SupportTaskEvent } from './support-task-machine';

export type SupportTaskRefusal =
  | 'settled'
  | 'not-begun'
  | 'sent-already'
  | 'not-sent-yet'
  | 'is-not-sent'
  | 'must-be-sent'
  | 'no-such-end'
  | 'in-the-future'
  | 'before-it-was-sent'
  | 'no-ground'
  | 'own-already';

export type TaskChanged =
  | { readonly kind: 'changed'; readonly task: SupportTask; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly reason: SupportTaskRefusal };

interface By {
  readonly by: UserId;
  readonly now: Instant;
}

/** The planned day has come: from now on somebody must act, by `dueAt`. Changes nothing when it began before. */
export function beginTask(task: SupportTask, { dueAt, now }: { dueAt: Instant; now: Instant }): TaskChanged {
  const moved = move(task, 'begin');
  if (moved.kind === 'refused') return moved;
  const begun = { ...moved.task, dueAt };
  return changed(begun, told(begun, 'begun', now, null, { dueAt: isoOf(dueAt) }));
}

/** Somebody makes the task theirs. */
export function takeTask(task: SupportTask, { by, now }: By): TaskChanged {
  const moved = move(task, 'take');
  if (moved.kind === 'refused') return moved;
  if (task.ownerUserId === by) return refused('own-already');
  return changed({ ...moved.task, ownerUserId: by }, told(task, 'taken', now));
}

/**
 * It was sent to whoever must take it on, on a ground that stood at that moment: none is a refusal, for neither MARAC
 * nor the IDVA service learns of anybody without consent or an override (P6). The clock of the answer runs from now.
 */
export function sendTask(
  task: SupportTask,
  { ground, answerDueAt, now }: { ground: SendingGround | null; answerDueAt: Instant; now: Instant },
): TaskChanged {
  if (!isSent(task.kind)) return refused('is-not-sent');
  const moved = move(task, 'send');
  if (moved.kind === 'refused') return moved;
  if (ground === null) return refused('no-ground');
  const sent = { ...moved.task, sentAt: now, ground, dueAt: answerDueAt };
  return changed(sent, told(sent, 'sent', now, ground, { late: isTaskLate(task, now) }));
}

/** Whoever it was sent to has said, at `at`, that they have it. */
export function acknowledgeTask(task: SupportTask, { at, by, now }: By & { at: Instant }): TaskChanged {
  const moved = move(task, 'acknowledge');
  if (moved.kind === 'refused') return moved;
  if (at > now) return refused('in-the-future');
  if (task.sentAt !== null && at < wholeMinute(task.sentAt)) return refused('before-it-was-sent');
  const settled = { ...moved.task, settledBy: by, settledAt: now };
  return changed(settled, told(task, 'acknowledged', at, null, { late: at > task.dueAt }));
}

/** It was done here, with what was found. What must be sent is not done by saying so. */
export function finishTask(
  task: SupportTask,
  { outcome, by, now }: By & { outcome: DoneOutcome },
): TaskChanged {
  const moved = move(task, 'do');
  if (moved.kind === 'refused') return moved;
  if (isSent(task.kind)) return refused('must-be-sent');
  if (!(TASK_ENDS[task.kind].done as readonly string[]).includes(outcome)) return refused('no-such-end');
  const settled = { ...moved.task, outcome, settledBy: by, settledAt: now };
  return changed(settled, told(task, 'done', now, outcome, { late: isTaskLate(task, now) }));
}

/** Nobody needs to do it, for a reason that is kept. */
export function judgeTaskNotNeeded(
  task: SupportTask,
  { outcome, by, now }: By & { outcome: NotNeededOutcome },
): TaskChanged {
  const moved = move(task, 'judge-not-needed');
  if (moved.kind === 'refused') return moved;
  if (!(TASK_ENDS[task.kind]['not-needed'] as readonly string[]).includes(outcome))
    return refused('no-such-end');
  const settled = { ...moved.task, outcome, settledBy: by, settledAt: now };
  return changed(settled, told(task, 'not-needed', now, outcome, { late: isTaskLate(task, now) }));
}

/** It is not wanted any more: the person said so, or what it was about has ended. `by` is null when a timer found out. */
export function withdrawSupportTask(
  task: SupportTask,
  { outcome, by, now }: { outcome: TaskWithdrawal; by: UserId | null; now: Instant },
): TaskChanged {
  const moved = move(task, 'withdraw');
  if (moved.kind === 'refused') return moved;
  const settled = { ...moved.task, outcome, settledBy: by, settledAt: now };
  return changed(settled, told(task, 'withdrawn', now, outcome));
}

/** What the journal says of a task that was just opened. */
export function openedTask(task: SupportTask): DomainEvent {
  const { plannedOn, dueAt, policyVersion, mayContact, matter } = task;
  return told(task, 'opened', task.openedAt, null, {
    ...(matter === null ? {} : { matter }),
    plannedOn,
    dueAt: isoOf(dueAt),
    policyVersion,
    mayContact,
  });
}

/** The step is refused with the reason a reader can act on. */
function move(task: SupportTask, event: SupportTaskEvent): TaskChanged {
  const state = nextState(supportTaskMachine, { state: task.state, event });
  if (state !== null) return { kind: 'changed', task: { ...task, state }, events: [] };
  if (task.state === 'planned') return refused('not-begun');
  if (task.state === 'open') return refused('not-sent-yet');
  return task.state === 'sent' ? refused('sent-already') : refused('settled');
}

/** A form asks for minutes: what was sent and answered within one minute is in order. */
function wholeMinute(at: Instant): number {
  return at - (at % 60_000);
}

function changed(task: SupportTask, noted: DomainEvent): TaskChanged {
  return { kind: 'changed', task, events: [noted] };
}

function refused(reason: SupportTaskRefusal): TaskChanged {
  return { kind: 'refused', reason };
}

function told(
  { id, caseId, kind }: SupportTask,
  what: string,
  happenedAt: Instant,
  reason: string | null = null,
  payload: DomainEvent['payload'] = {},
): DomainEvent {
  return event({
    subject: { kind: 'support-task', id },
    caseId,
    type: `support-task.${what}`,
    happenedAt,
    reason,
    payload: { kind, ...payload },
  });
}
