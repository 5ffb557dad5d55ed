import { event } from '../journal';
import { isoOf, type Instant } from '../time';
import type { DeadlineStep } from './apply';
import type { Deadline } from './deadline';

/**
 * What becomes of a deadline when its case ends at `now` without it being met. A clock that had not run out is
 * cancelled, with the reason in its event; one that had is a miss and stays one, recorded here if no timer was
 * quicker (P4). Either way nothing is left to alert anybody about.
 */
export function closeDeadline(
  deadline: Deadline,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): DeadlineStep {
  const { state, dueAt } = deadline;
  const still = { ...deadline, nextFireAt: null, nextStage: null, revision: deadline.revision + 1 };
  if (state === 'breached') {
    return { deadline: { ...still, acknowledged: true }, breachedAt: null, alert: null, events: [] };
  }
  if (state !== 'running') return { deadline, breachedAt: null, alert: null, events: [] };
  const missed = now > dueAt;
  const type = missed ? 'deadline.breached' : 'deadline.cancelled';
  const ended = event({
    subject: { kind: 'deadline', id: deadline.id },
    caseId: deadline.caseId,
    type,
    happenedAt: missed ? dueAt : now,
    reason: missed ? null : reason,
    payload: {
      limb: deadline.limb,
      dueAt: isoOf(dueAt),
      ...(missed ? { binding: deadline.binding } : { because: reason }),
    },
  });
  return {
    deadline: {
      ...still,
      state: missed ? 'breached' : 'cancelled',
      acknowledged: missed || still.acknowledged,
    },
    breachedAt: missed ? dueAt : null,
    alert: null,
    events: [ended],
  };
}
