import { closeDeadline } from './close';
import { at, DUE, runningDeadline } from './deadline.samples';
import { reopenDeadline } from './reopen';

describe('P4 a deadline whose case is open again', () => {
  const { deadline: cancelled } = closeDeadline(runningDeadline(), { reason: 'duplicate', now: DUE });

  it('runs to the due instant it always had', () => {
    const step = reopenDeadline(cancelled, at('2026-03-03T12:00:00Z'));
    expect(step.deadline).toMatchObject({ state: 'running', dueAt: DUE });
    expect(step.deadline.nextFireAt).not.toBeNull();
    expect(step.deadline.revision).toBeGreaterThan(cancelled.revision);
    expect(step.events).toMatchObject([{ type: 'deadline.running-again', reason: 'case-open-again' }]);
  });

  it('is due at once when that has passed meanwhile, for the timer to record the miss', () => {
    const step = reopenDeadline(cancelled, at('2026-03-05T12:00:00Z'));
    expect(step.deadline.state).toBe('running');
    expect(step.deadline.nextFireAt).toBeLessThanOrEqual(DUE);
  });

  it.each(['met', 'done-late', 'running'] as const)('that is %s is left alone', (state) => {
    const deadline = runningDeadline({ state });
    expect(reopenDeadline(deadline, at('2026-03-03T12:00:00Z'))).toEqual({
      deadline,
      breachedAt: null,
      alert: null,
      events: [],
    });
  });

  it('that was missed before stays a miss and tells somebody anew', () => {
    const missed = runningDeadline({ state: 'breached', acknowledged: true, repeatNo: 1, lastFiredAt: DUE });
    const { deadline, breachedAt, events } = reopenDeadline(missed, at('2026-03-05T12:00:00Z'));
    expect(deadline).toMatchObject({ state: 'breached', acknowledged: false, nextStage: 'repeat' });
    expect([breachedAt, events]).toEqual([null, []]);
  });
});
