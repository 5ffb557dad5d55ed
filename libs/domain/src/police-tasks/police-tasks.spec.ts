import { OUTCOMES } from '../contact';
import { callable } from '../safe-contact';
import { HOUR, instant, MINUTE, plus, SECOND } from '../time';
import { answerTask, fireTask, notFoundYet, withdrawTask } from './change-task';
import { TASK_KINDS } from './codes';
import { readCrimeNumber } from './crime-number';
import { isOverdue, remindAt } from './police-task';
import { aTask, OFFICER, OPENED } from './police-task.samples';
import { TASK_CLOCKS } from './task-clock';
import { needlessBecause, taskAfterAttempt, tasksOfIntake } from './tasks-wanted';

const permissions = { call: 'yes', text: 'no', voicemail: 'no', email: 'unknown', post: 'unknown' } as const;
const good = { state: 'active', permissions } as const;
const held = { state: 'suspended', permissions } as const;

describe('the clock of a task', () => {
  it.each(TASK_KINDS)('gives a %s its hours, and reminds once before', (kind) => {
    const task = aTask({ kind });
    expect(task.dueAt - OPENED).toBe(TASK_CLOCKS[kind].hours * HOUR);
    expect(task.nextFireAt).toBe(remindAt(task));
    expect(remindAt(task)).toBeLessThan(task.dueAt);
  });

  it('is the time an officer promised, when they did, and never later than a day', () => {
    expect(aTask({ promisedBy: plus(OPENED, 2 * HOUR) }).dueAt).toBe(plus(OPENED, 2 * HOUR));
    expect(aTask({ promisedBy: plus(OPENED, 90 * HOUR) }).dueAt).toBe(plus(OPENED, 24 * HOUR));
    expect(aTask({ promisedBy: plus(OPENED, -MINUTE) }).dueAt).toBe(plus(OPENED, 4 * HOUR));
  });

  it('is in time at the due instant and overdue a second later', () => {
    const task = aTask();
    expect(isOverdue(task, task.dueAt)).toBe(false);
    expect(isOverdue(task, plus(task.dueAt, SECOND))).toBe(true);
    expect(fireTask(task, task.dueAt).task.overdueAt).toBeNull();
  });

  it('reminds, then notes overdue as of the due instant, then has nothing left to note', () => {
    const reminded = fireTask(aTask(), plus(OPENED, 3 * HOUR));
    expect(reminded.events.map(({ type }) => type)).toEqual(['police-task.reminded']);
    const late = plus(OPENED, 30 * HOUR);
    const overdue = fireTask(reminded.task, late);
    expect(overdue.events).toMatchObject([{ type: 'police-task.overdue', happenedAt: reminded.task.dueAt }]);
    expect(overdue.task).toMatchObject({ state: 'open', overdueAt: late, nextFireAt: null });
  });

  it('stays where it was after “not yet”, which wakes the task once more', () => {
    const task = aTask();
    const at = plus(OPENED, 6 * HOUR);
    const noted = notFoundYet(task, { at, now: OPENED });
    if (noted.kind !== 'noted') throw new Error(noted.reason);
    expect(noted.task).toMatchObject({ dueAt: task.dueAt, askAgainAt: at });
    const overdue = fireTask(noted.task, plus(OPENED, 5 * HOUR));
    expect(overdue.task.nextFireAt).toBe(at);
    expect(fireTask(overdue.task, at).events.map(({ type }) => type)).toEqual(['police-task.ask-again-due']);
  });

  it.each([
    ['now', OPENED, 'not-in-the-future'],
    ['in three days', plus(OPENED, 72 * HOUR), 'too-far-ahead'],
  ])('takes no “not yet” until %s', (_when, at, reason) => {
    expect(notFoundYet(aTask(), { at, now: OPENED })).toEqual({ kind: 'refused', reason });
  });
});

describe('the end of a task', () => {
  const answered = answerTask(aTask(), { answer: 'route-given', by: OFFICER, now: plus(OPENED, HOUR) }).task;

  it('is an answer, by somebody, with nothing left to fire', () => {
    expect(answered).toMatchObject({ state: 'answered', settledBy: OFFICER, nextFireAt: null });
  });

  it('is final: neither timer, second answer nor withdrawal changes it', () => {
    const later = plus(OPENED, 99 * HOUR);
    expect(fireTask(answered, later)).toEqual({ task: answered, events: [] });
    expect(withdrawTask(answered, { why: 'case-closed', now: later })).toEqual({
      task: answered,
      events: [],
    });
    expect(answerTask(answered, { answer: 'agreed', by: OFFICER, now: later }).task).toBe(answered);
    expect(notFoundYet(answered, { at: later, now: OPENED })).toMatchObject({ reason: 'task-settled' });
  });
});

describe('what is asked', () => {
  const full = { source: 'police', routes: [good], agreement: 'agreed', crimeNumberGiven: true } as const;
  const kinds = (change: Partial<Parameters<typeof tasksOfIntake>[0]>) =>
    tasksOfIntake({ ...full, ...change }).map(({ kind }) => kind);

  it('is what the referral lacks and nothing else', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ routes: [] })).toEqual(['find-safe-route']);
    expect(kinds({ routes: [held] })).toEqual(['find-safe-route']);
    expect(kinds({ agreement: 'not-asked-yet' })).toEqual(['ask-agreement']);
    expect(kinds({ crimeNumberGiven: false })).toEqual(['add-crime-number']);
  });

  it('is asked of the police only', () => {
    expect(kinds({ source: 'self', routes: [], crimeNumberGiven: false })).toEqual([]);
  });

  it.each(OUTCOMES)('is nothing after %s while a number may still be called', (outcome) => {
    expect(taskAfterAttempt({ outcome, routes: [held, good] })).toBeNull();
  });

  it('is asked after an attempt that left no number', () => {
    const after = (outcome: (typeof OUTCOMES)[number]) => taskAfterAttempt({ outcome, routes: [held] })?.kind;
    expect(after('number-not-working')).toBe('wrong-number');
    expect(after('someone-else-answered')).toBe('find-safe-route');
    expect(after('no-answer')).toBeUndefined();
    expect([held].some(callable)).toBe(false);
  });
});

describe('what is not needed any more', () => {
  const why = (kind: (typeof TASK_KINDS)[number], change: { state?: string; routeAdded?: boolean }) =>
    needlessBecause({ kind }, { state: 'ready', routeAdded: false, ...change } as never);

  it('is a route once one was found or the person was spoken with', () => {
    expect(why('find-safe-route', {})).toBeNull();
    expect(why('find-safe-route', { routeAdded: true })).toBe('route-found');
    expect(why('wrong-number', { state: 'reached' })).toBe('person-reached');
    expect(why('ask-agreement', { state: 'not-wanted' })).toBe('not-wanted');
  });

  it('is never the crime number before the case is closed', () => {
    expect(why('add-crime-number', { state: 'reached', routeAdded: true })).toBeNull();
    expect(why('add-crime-number', { state: 'closed' })).toBe('case-closed');
  });
});

describe('a crime number', () => {
  it.each([
    ['zz/000001/26', 'ZZ/000001/26'],
    [' 42 / 12345 / 26 ', '42/12345/26'],
    ['CRI-2026-0001', 'CRI-2026-0001'],
  ])('is read from %j', (typed, read) => expect(readCrimeNumber(typed)).toBe(read));

  it.each(['', 'none', '1/2', 'the man next door', 'A'.repeat(31), '12345;67'])('is not %j', (typed) =>
    expect(readCrimeNumber(typed)).toBeNull(),
  );
});

it('starts on the second, whatever the instant', () => {
  expect(remindAt(aTask({ promisedBy: instant('2026-03-02T10:00:03Z') })) % SECOND).toBe(0);
});
