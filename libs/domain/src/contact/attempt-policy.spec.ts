import type { RouteId } from '../ids';
import { NOT_ASKED, routeTold, windowsOf, type Route, type SafeContactCard } from '../safe-contact';
import { instant, type OpeningHours } from '../time';
import { roundStanding, whatNext, type AttemptPolicy, type Try } from './attempt-policy';
import type { Rung } from './ladder';

const POLICY: AttemptPolicy = {
  version: 1,
  attempts: 5,
  workingDays: 5,
  timesOfDay: 2,
  mostPerDay: 2,
  eveningWanted: true,
  routesWanted: 2,
};
const DAY = [['09:00', '17:00']] as const;
const DESK: OpeningHours = {
  timezone: 'Europe/London',
  schedule: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  holidays: ['2026-04-03', '2026-04-06'],
};

function route(id: string): Route {
  const permissions = {
    call: 'yes',
    text: 'no',
    voicemail: 'no',
    email: 'unknown',
    post: 'unknown',
  } as const;
  return routeTold({ id: id as RouteId, kind: 'mobile', permissions }, instant('2026-03-01T10:00:00Z'));
}

const card = (change: Partial<SafeContactCard> = {}): SafeContactCard => ({
  ...NOT_ASKED,
  version: 1,
  routes: [route('mobile')],
  windows: null,
  saidWindows: change.windows ?? null,
  ...change,
});

function tried(iso: string, change: Partial<Try> = {}): Try {
  const facts = { routeId: 'mobile' as RouteId, rung: 1 as Rung, confirmation: 'not-needed' } as const;
  return { ...facts, happenedAt: instant(iso), ...change };
}

const ask = (attempts: readonly Try[], now: string, change: Partial<SafeContactCard> = {}) =>
  whatNext({ attempts, card: card(change), policy: POLICY, desk: DESK, now: instant(now) });

/** Monday 2 to Friday 6 March 2026: five working days, mornings and one evening. */
const ROUND = [
  tried('2026-03-02T10:00:00Z'),
  tried('2026-03-02T18:00:00Z'),
  tried('2026-03-03T10:00:00Z'),
  tried('2026-03-04T13:00:00Z'),
  tried('2026-03-06T10:00:00Z'),
];

describe('how far a round has got', () => {
  const cutOff = tried('2026-03-06T12:00:00Z', { rung: 4 });

  it('begins at nothing after a call that was cut off: they were reached', () => {
    expect(roundStanding([...ROUND, cutOff])).toEqual({ made: 0, afterReach: true });
    expect(roundStanding([cutOff, tried('2026-03-07T10:00:00Z')])).toEqual({ made: 1, afterReach: true });
  });

  it('does not count what a colleague did not confirm, nor take it for reaching them', () => {
    const declined = { ...cutOff, confirmation: 'declined' } as const;
    expect(roundStanding([...ROUND.slice(0, 2), declined])).toEqual({ made: 2, afterReach: false });
    expect(roundStanding([declined])).toEqual({ made: 0, afterReach: false });
  });
});

describe('the attempt policy', () => {
  it('says now for a first attempt in a safe time', () => {
    expect(ask([], '2026-03-02T10:00:00Z')).toMatchObject({
      kind: 'try-again',
      at: instant('2026-03-02T10:00:00Z'),
      made: 0,
      of: 5,
    });
  });

  it('sends the second attempt of a day to another part of it: the evening, when none was tried', () => {
    expect(ask(ROUND.slice(0, 1), '2026-03-02T10:05:00Z')).toMatchObject({
      kind: 'try-again',
      at: instant('2026-03-02T17:00:00Z'),
      wanted: ['another-time-of-day', 'an-evening', 'a-later-day'],
    });
  });

  it('says that today has seen enough after two, and names the next day', () => {
    expect(ask(ROUND.slice(0, 2), '2026-03-02T18:05:00Z')).toMatchObject({
      kind: 'enough-for-today',
      at: instant('2026-03-03T09:00:00Z'),
    });
  });

  it('keeps the last attempt for the fifth working day', () => {
    expect(ask(ROUND.slice(0, 4), '2026-03-04T13:05:00Z')).toMatchObject({
      kind: 'enough-for-today',
      at: instant('2026-03-06T09:00:00Z'),
    });
  });

  it('counts working days over Easter: Good Friday and Easter Monday are none', () => {
    const easter = [
      tried('2026-03-31T09:00:00Z'),
      tried('2026-03-31T17:00:00Z'),
      tried('2026-04-01T09:00:00Z'),
      tried('2026-04-02T12:00:00Z'),
    ];
    expect(ask(easter, '2026-04-02T12:05:00Z')).toMatchObject({ at: instant('2026-04-08T08:00:00Z') });
  });

  it('is used up when every number of it is met', () => {
    expect(ask(ROUND, '2026-03-06T10:05:00Z')).toEqual({
      kind: 'policy-used-up',
      made: 5,
      of: 5,
      wanted: [],
    });
  });

  it('is not used up by five calls in one afternoon', () => {
    const hurried = [10, 11, 12, 13, 14].map((minute) => tried(`2026-03-02T14:${minute}:00Z`));
    expect(ask(hurried, '2026-03-02T14:20:00Z')).toMatchObject({
      kind: 'enough-for-today',
      made: 5,
      wanted: ['another-time-of-day', 'an-evening', 'a-later-day'],
    });
  });

  it('asks for no evening of somebody whose safe times have none', () => {
    const windows = windowsOf(['weekday-mornings'], 'Europe/London');
    const mornings = [2, 3, 4, 5, 6].map((day) => tried(`2026-03-0${day}T10:00:00Z`));
    expect(ask(mornings, '2026-03-06T10:05:00Z', { windows })).toMatchObject({ kind: 'policy-used-up' });
  });

  it('wants both numbers where two are safe', () => {
    const routes = [route('mobile'), route('landline')];
    const next = ask(ROUND, '2026-03-06T10:05:00Z', { routes });
    expect(next).toMatchObject({
      kind: expect.not.stringMatching('policy-used-up'),
      wanted: ['another-number'],
    });
    const both = [...ROUND, tried('2026-03-06T15:00:00Z', { routeId: 'landline' as RouteId })];
    expect(ask(both, '2026-03-06T15:05:00Z', { routes })).toMatchObject({ kind: 'policy-used-up' });
  });

  it('begins a new round once the person was reached', () => {
    const reached = [...ROUND, tried('2026-03-06T12:00:00Z', { rung: 4 })];
    expect(ask(reached, '2026-03-06T12:05:00Z')).toMatchObject({ kind: 'try-again', made: 0 });
  });

  it('does not count an attempt that a colleague did not confirm', () => {
    const declined = [...ROUND.slice(0, 4), tried('2026-03-06T10:00:00Z', { confirmation: 'declined' })];
    expect(ask(declined, '2026-03-06T10:05:00Z')).toMatchObject({ made: 4, kind: 'try-again' });
  });

  it.each<[string, Partial<SafeContactCard>]>([
    ['no number', { routes: [] }],
    ['a number on hold', { routes: [{ ...route('mobile'), state: 'suspended' }] }],
    ['a card that was stopped', { stopped: true }],
  ])('says that there is no safe way with %s', (_what, change) => {
    expect(ask([], '2026-03-02T10:00:00Z', change).kind).toBe('no-safe-way');
  });

  it('is the same on both sides of a clock change: nine on the wall is nine on the wall', () => {
    const before = ask(
      [tried('2026-03-28T10:00:00Z'), tried('2026-03-28T18:00:00Z')],
      '2026-03-28T18:05:00Z',
    );
    expect(before).toMatchObject({ at: instant('2026-03-29T08:00:00Z') });
  });
});
