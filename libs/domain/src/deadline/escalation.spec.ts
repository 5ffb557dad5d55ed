import { instant, isoOf } from '../time';
import { acknowledgeDeadline, applyAttempts, applyFiring, moveDeadline } from './apply';
import { anAttempt, at, DUE, runningDeadline } from './deadline.samples';
import type { Deadline } from './deadline';

const next = ({ nextFireAt, nextStage }: Deadline) => ({
  at: nextFireAt === null ? null : isoOf(nextFireAt),
  stage: nextStage,
});

/** Fires at each instant in turn; returns the deadline and what was told. */
function fireAt(deadline: Deadline, instants: readonly string[]) {
  let current = deadline;
  const told: string[] = [];
  for (const iso of instants) {
    const step = applyFiring(current, at(iso));
    current = step.deadline;
    if (step.alert) told.push(`${step.alert.level} ${step.alert.repeatNo} ${isoOf(step.alert.notifyAt)}`);
  }
  return { deadline: current, told };
}

describe('a timer', () => {
  it('wakes first for the longest warning, then the next, then just after the due instant', () => {
    const started = runningDeadline();
    expect(next(started)).toEqual({ at: '2026-03-03T13:00:00.000Z', stage: 'warning' });

    const warned = applyFiring(started, at('2026-03-03T13:00:00Z')).deadline;
    expect(next(warned)).toEqual({ at: '2026-03-03T15:00:00.000Z', stage: 'warning' });

    const warnedTwice = applyFiring(warned, at('2026-03-03T15:00:00Z')).deadline;
    expect(next(warnedTwice)).toEqual({ at: '2026-03-03T17:00:00.001Z', stage: 'due' });
  });

  it('moves the revision with every new wake-up, so that older ones are stale', () => {
    const started = runningDeadline();
    const warned = applyFiring(started, at('2026-03-03T13:00:00Z')).deadline;

    expect(warned.revision).toBe(started.revision + 1);
  });

  it('does not breach at the due instant, only after it', () => {
    const atDue = applyFiring(runningDeadline(), at('2026-03-03T17:00:00Z'));
    const after = applyFiring(runningDeadline(), {
      ...at('2026-03-03T17:00:00Z'),
      now: (DUE + 1) as typeof DUE,
    });

    expect(atDue.breachedAt).toBeNull();
    expect(after.breachedAt).toBe(DUE);
    expect(after.events).toEqual([expect.objectContaining({ type: 'deadline.breached', happenedAt: DUE })]);
  });
});

describe('escalation', () => {
  it('warns once for each warning, and once only', () => {
    const { told } = fireAt(runningDeadline(), [
      '2026-03-03T13:00:00Z',
      '2026-03-03T13:00:01Z',
      '2026-03-03T15:00:00Z',
      '2026-03-03T15:30:00Z',
    ]);

    expect(told).toEqual(['warning 0 2026-03-03T13:00:00.000Z', 'warning 1 2026-03-03T15:00:00.000Z']);
  });

  it('tells the duty lead at the breach, again every hour, and the service manager from the second repeat', () => {
    const { told } = fireAt(runningDeadline(), [
      '2026-03-03T17:00:01Z',
      '2026-03-03T18:00:01Z',
      '2026-03-03T19:00:01Z',
    ]);

    expect(told).toEqual([
      'duty-lead 0 2026-03-03T17:00:01.000Z',
      'duty-lead 1 2026-03-03T18:00:01.000Z',
      'service-manager 2 2026-03-03T19:00:01.000Z',
    ]);
  });

  it('stops when acknowledged, and the breach stays', () => {
    const breached = fireAt(runningDeadline(), ['2026-03-03T17:00:01Z']).deadline;

    const answered = acknowledgeDeadline(breached, at('2026-03-03T17:10:00Z'));

    expect(next(answered)).toEqual({ at: null, stage: null });
    expect(answered.state).toBe('breached');
  });

  it('says nothing aloud for a limb that is not binding, but records its breach', () => {
    const beside = runningDeadline({ limb: 'beside', binding: false });

    const step = applyFiring(beside, at('2026-03-03T17:00:01Z'));

    expect(step).toMatchObject({ breachedAt: DUE, alert: null });
    expect(next(step.deadline)).toEqual({ at: null, stage: null });
  });

  it('collapses what piled up in an outage into one alert of the highest level', () => {
    const { told } = fireAt(runningDeadline(), ['2026-03-03T20:30:00Z']);

    expect(told).toEqual(['service-manager 3 2026-03-03T20:30:00.000Z']);
  });

  it('steps nothing up for hours in which nobody was on call', () => {
    const late = runningDeadline({ dueAt: instant('2026-03-03T21:30:00Z') });

    const { told } = fireAt(late, ['2026-03-04T08:15:00Z']);

    expect(told).toEqual(['duty-lead 0 2026-03-04T08:15:00.000Z']);
  });

  it('keeps what fires at night for the opening, and repeats an hour after that and not beside it', () => {
    const late = runningDeadline({ dueAt: instant('2026-03-03T23:00:00Z') });

    const { deadline, told } = fireAt(late, ['2026-03-03T23:00:01Z']);

    expect(told).toEqual(['duty-lead 0 2026-03-04T08:00:00.000Z']);
    expect(next(deadline)).toEqual({ at: '2026-03-04T09:00:00.000Z', stage: 'repeat' });
  });

  it('does not repeat after the desk has shut: the next repeat is at opening', () => {
    const { deadline } = fireAt(runningDeadline(), ['2026-03-03T17:00:01Z', '2026-03-03T21:30:00Z']);

    expect(next(deadline)).toEqual({ at: '2026-03-04T08:00:00.000Z', stage: 'repeat' });
  });
});

describe('what is done on a case', () => {
  it('stops the timer once the promise is met', () => {
    const around = at('2026-03-03T12:00:00Z');

    const step = applyAttempts(runningDeadline(), {
      ...around,
      attempts: [anAttempt({ happenedAt: around.now })],
    });

    expect(step.deadline).toMatchObject({ state: 'met', metAt: around.now, nextFireAt: null });
    expect(step.breachedAt).toBeNull();
  });

  it('records the breach with the act that came too late, if no timer had yet', () => {
    const around = at('2026-03-03T17:05:00Z');

    const step = applyAttempts(runningDeadline(), {
      ...around,
      attempts: [anAttempt({ happenedAt: around.now })],
    });

    expect(step).toMatchObject({ breachedAt: DUE, deadline: { state: 'done-late' } });
    expect(step.events.map(({ type }) => type)).toEqual(['deadline.breached', 'deadline.done-late']);
  });

  it('P4 keeps the breach when a late entry is confirmed, and says what the pass rests on', () => {
    const breached = fireAt(runningDeadline(), ['2026-03-03T17:00:01Z']).deadline;
    const confirmed = anAttempt({
      happenedAt: instant('2026-03-03T16:00:00Z'),
      recordedAt: instant('2026-03-03T18:00:00Z'),
      confirmation: 'confirmed',
    });

    const step = applyAttempts(breached, { ...at('2026-03-03T18:30:00Z'), attempts: [confirmed] });

    expect(step.deadline.state).toBe('met-on-confirmation');
    expect(step.breachedAt).toBeNull();
  });

  it('P4 a corrected start that moves the due instant ahead sets a breached clock running, with its warnings anew', () => {
    const breached = fireAt(runningDeadline(), ['2026-03-03T17:00:01Z']).deadline;
    const around = at('2026-03-03T18:00:00Z');

    const moved = moveDeadline(breached, { ...around, dueAt: instant('2026-03-04T17:00:00Z') });
    const step = applyAttempts(moved, { ...around, attempts: [] });

    expect(step.deadline).toMatchObject({ state: 'running', version: 2, warnedThrough: 0 });
    expect(next(step.deadline)).toEqual({ at: '2026-03-04T13:00:00.000Z', stage: 'warning' });
    expect(step.events.map(({ type }) => type)).toEqual(['deadline.running-again']);
  });

  it('P3 a clock that runs again is not answered for: passing once more alerts and repeats like the first time', () => {
    const breached = fireAt(runningDeadline(), ['2026-03-03T17:00:01Z']).deadline;
    const answered = acknowledgeDeadline(breached, at('2026-03-03T17:05:00Z'));
    const around = at('2026-03-03T18:00:00Z');
    const moved = moveDeadline(answered, { ...around, dueAt: instant('2026-03-04T17:00:00Z') });

    const running = applyAttempts(moved, { ...around, attempts: [] }).deadline;
    const again = fireAt(running, ['2026-03-04T17:00:01Z']).deadline;

    expect([running.acknowledged, again.state, next(again)?.stage]).toEqual([false, 'breached', 'repeat']);
  });

  it('P4 a corrected start that moves the due instant back before the conversation makes it a miss', () => {
    const met = applyAttempts(runningDeadline(), {
      ...at('2026-03-03T12:00:00Z'),
      attempts: [anAttempt({ happenedAt: instant('2026-03-03T12:00:00Z') })],
    }).deadline;
    const around = at('2026-03-03T13:00:00Z');

    const moved = moveDeadline(met, { ...around, dueAt: instant('2026-03-03T11:00:00Z') });
    const attempts = [anAttempt({ happenedAt: instant('2026-03-03T12:00:00Z') })];
    const step = applyAttempts(moved, { ...around, attempts });

    expect(step).toMatchObject({
      breachedAt: instant('2026-03-03T11:00:00Z'),
      deadline: { state: 'done-late' },
    });
    expect(step.events.map(({ type }) => type)).toEqual([
      'deadline.breached',
      'deadline.missed-on-correction',
    ]);
  });
});
