import type { UserId } from '../ids';
import { event, type DomainEvent } from '../journal';
import { HOUR, isoOf, plus, type Instant } from '../time';
import { isReview, type DelayReason, type NotNeeded, type ReviewEnd, type SafeguardingBody } from './codes';
import { SAFEGUARDING_POLICY } from './clock-policy';
import { isLate, isSettled, withNextFire, type SafeguardingTask } from './safeguarding-task';

export interface SafeguardingStep {
  readonly task: SafeguardingTask;
  readonly events: readonly DomainEvent[];
}
type Changed =
  | ({ readonly kind: 'changed' } & SafeguardingStep)
  | { readonly kind: 'refused'; readonly reason: SafeguardingRefusal };

export type SafeguardingRefusal =
  | 'settled'
  | 'not-told-yet'
  | 'told-already'
  | 'is-a-review'
  | 'is-no-review'
  | 'in-the-future'
  | 'before-it-opened'
  | 'not-in-the-future'
  | 'too-long'
  | 'must-be-told';

/**
 * What a timer has to note at `now`: that the step is overdue (as of its due instant, whenever we noticed), that a
 * wait is over. Nothing due changes nothing, so noting twice is noting once.
 */
export function fireSafeguarding(task: SafeguardingTask, now: Instant): SafeguardingStep {
  if (isSettled(task)) return { task, events: [] };
  const overdue = task.overdueAt === null && isLate(task, now);
  const over = task.state === 'open' && task.waitUntilAt !== null && now >= task.waitUntilAt;
  if (!overdue && !over) return { task, events: [] };
  const changed = withNextFire({
    ...task,
    overdueAt: overdue ? now : task.overdueAt,
    waitUntilAt: over ? null : task.waitUntilAt,
  });
  return {
    task: changed,
    events: [
      ...(overdue ? [told(task, 'safeguarding.overdue', task.dueAt)] : []),
      ...(over ? [told(task, 'safeguarding.wait-over', task.waitUntilAt ?? now, task.waitReason)] : []),
    ],
  };
}

/**
 * Somebody has told a body. The clock of the answer runs from now on; telling a second body starts it again only if
 * the first has not answered. `at` is when it was said, `now` when it is written down.
 */
export function tellBody(
  task: SafeguardingTask,
  { body, at, answerDueAt, now }: { body: SafeguardingBody; at: Instant; answerDueAt: Instant; now: Instant },
): Changed {
  if (isSettled(task)) return refused('settled');
  if (isReview(task.kind)) return refused('is-a-review');
  if (at > now) return refused('in-the-future');
  if (at < plus(task.openedAt, -24 * HOUR)) return refused('before-it-opened');
  const noted = told(task, 'safeguarding.referred', at, body, {
    late: at > task.dueAt && task.state === 'open',
  });
  const changed = withNextFire({
    ...task,
    state: 'referred',
    referredTo: body,
    referredAt: at,
    dueAt: answerDueAt,
    overdueAt: null,
    waitUntilAt: null,
  });
  return { kind: 'changed', task: changed, events: [noted] };
}

/** The body has said that it has it. */
export function acknowledgeTelling(task: SafeguardingTask, settled: { by: UserId; now: Instant }): Changed {
  if (isSettled(task)) return refused('settled');
  if (task.state !== 'referred') return refused('not-told-yet');
  return settle(task, { ...settled, state: 'acknowledged', outcome: null });
}

/** A lead says why nobody needs telling. Under 13 that is only so when somebody was told already, or the age was wrong. */
export function judgeNotNeeded(
  task: SafeguardingTask,
  { reason, ...settled }: { reason: NotNeeded; by: UserId; now: Instant },
): Changed {
  if (isSettled(task)) return refused('settled');
  if (isReview(task.kind)) return refused('is-a-review');
  if (task.state !== 'open') return refused('told-already');
  const always = task.kind === 'child-under-13';
  if (always && reason !== 'told-already' && reason !== 'age-was-wrong') return refused('must-be-told');
  return settle(task, { ...settled, state: 'not-needed', outcome: reason });
}

/** Who may be told has been gone through with somebody who is now an adult. */
export function finishReview(
  task: SafeguardingTask,
  { end, ...settled }: { end: ReviewEnd; by: UserId; now: Instant },
): Changed {
  if (isSettled(task)) return refused('settled');
  if (!isReview(task.kind)) return refused('is-no-review');
  return settle(task, { ...settled, state: 'reviewed', outcome: end });
}

/** Telling waits, for a reason of safety, for seven days from when it was known at most. The due time stays. */
export function putOffTelling(
  task: SafeguardingTask,
  { reason, until, now }: { reason: DelayReason; until: Instant; now: Instant },
): Changed {
  if (isSettled(task)) return refused('settled');
  if (isReview(task.kind)) return refused('is-a-review');
  if (task.state !== 'open') return refused('told-already');
  if (until <= now) return refused('not-in-the-future');
  if (until > plus(task.openedAt, SAFEGUARDING_POLICY.longestWaitDays * 24 * HOUR))
    return refused('too-long');
  const noted = told(task, 'safeguarding.put-off', now, reason, { until: isoOf(until) });
  return {
    kind: 'changed',
    task: withNextFire({ ...task, waitUntilAt: until, waitReason: reason }),
    events: [noted],
  };
}

export function openedSafeguarding(task: SafeguardingTask): DomainEvent {
  const payload = {
    dueAt: isoOf(task.dueAt),
    policyVersion: task.policyVersion,
    lookAgainOn: task.lookAgainOn,
  };
  return told(task, 'safeguarding.opened', task.openedAt, null, payload);
}

function settle(
  task: SafeguardingTask,
  { state, outcome, by, now }: Pick<SafeguardingTask, 'state' | 'outcome'> & { by: UserId; now: Instant },
): Changed {
  const changed = withNextFire({ ...task, state, outcome, settledBy: by, settledAt: now });
  const late = isLate(task, now);
  return {
    kind: 'changed',
    task: changed,
    events: [told(task, `safeguarding.${state}`, now, outcome, { late })],
  };
}

function refused(reason: SafeguardingRefusal): Changed {
  return { kind: 'refused', reason };
}

function told(
  { id, caseId, kind }: SafeguardingTask,
  type: string,
  happenedAt: Instant,
  reason: string | null = null,
  payload: DomainEvent['payload'] = {},
): DomainEvent {
  return event({
    subject: { kind: 'safeguarding', id },
    caseId,
    type,
    happenedAt,
    reason,
    payload: { kind, ...payload },
  });
}
