import { instant } from '../time';
import { closeDeadline } from './close';
import { DUE, runningDeadline } from './deadline.samples';

const AFTER = instant('2026-03-03T17:00:00.001Z');

describe('P4 a deadline whose case ends', () => {
  it('is cancelled with the reason while it has time left, up to the due instant itself', () => {
    const step = closeDeadline(runningDeadline(), { reason: 'redirected', now: DUE });
    expect(step.deadline).toMatchObject({ state: 'cancelled', nextFireAt: null, nextStage: null });
    expect(step.breachedAt).toBeNull();
    expect(step.events).toMatchObject([
      {
        type: 'deadline.cancelled',
        reason: 'redirected',
        happenedAt: DUE,
        payload: { because: 'redirected' },
      },
    ]);
  });

  it('is a miss at the due instant once that has passed, though no timer noticed, and alerts nobody', () => {
    const step = closeDeadline(runningDeadline(), { reason: 'redirected', now: AFTER });
    expect(step.deadline).toMatchObject({ state: 'breached', acknowledged: true, nextFireAt: null });
    expect(step.breachedAt).toBe(DUE);
    expect(step.events).toMatchObject([{ type: 'deadline.breached', reason: null, happenedAt: DUE }]);
  });

  it('stays the miss it was, without a second breach', () => {
    const step = closeDeadline(runningDeadline({ state: 'breached' }), { reason: 'redirected', now: AFTER });
    expect(step).toMatchObject({
      breachedAt: null,
      events: [],
      deadline: { state: 'breached', nextFireAt: null },
    });
  });

  it.each(['met', 'done-late', 'met-on-confirmation', 'met-on-correction', 'cancelled'] as const)(
    'that is %s is left alone',
    (state) => {
      const deadline = runningDeadline({ state });
      expect(closeDeadline(deadline, { reason: 'redirected', now: AFTER }).deadline).toBe(deadline);
    },
  );

  it('makes older wake-ups stale', () => {
    const deadline = runningDeadline();
    const { revision } = closeDeadline(deadline, { reason: 'redirected', now: DUE }).deadline;
    expect(revision).toBe(deadline.revision + 1);
  });
});
