import { event } from '../journal';
import { nextState } from '../machine';
import { isoOf } from '../time';
import { withTimer, type DeadlineStep, type Surroundings } from './apply';
import type { Deadline } from './deadline';
import { deadlineMachine } from './deadline-machine';

/**
 * What becomes of a deadline when the case that was closed is open again: a clock that was cancelled runs to the due
 * instant it always had. If that has passed meanwhile it is a miss, which the timer records at that instant (P4). One
 * that was missed before stays a miss, and somebody is told of it anew: closing the case had silenced it.
 */
export function reopenDeadline(deadline: Deadline, around: Surroundings): DeadlineStep {
  if (deadline.state === 'breached') {
    const missed = withTimer({ ...deadline, acknowledged: false }, around);
    return { deadline: missed, breachedAt: null, alert: null, events: [] };
  }
  const state = nextState(deadlineMachine, { state: deadline.state, event: 'reopen' });
  if (state === null) return { deadline, breachedAt: null, alert: null, events: [] };
  const again = event({
    subject: { kind: 'deadline', id: deadline.id },
    caseId: deadline.caseId,
    type: 'deadline.running-again',
    happenedAt: around.now,
    reason: 'case-open-again',
    payload: { limb: deadline.limb, dueAt: isoOf(deadline.dueAt), metAt: null },
  });
  return {
    deadline: withTimer({ ...deadline, state }, around),
    breachedAt: null,
    alert: null,
    events: [again],
  };
}
