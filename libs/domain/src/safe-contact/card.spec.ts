import type { RouteId } from '../ids';
import { instant, type OpeningHours } from '../time';
import type { Route, SafeContactCard, SeenBy } from './card';
import { changeCard, type CardChange } from './change-card';
import { contradictions, newContradictions, wordsContradict, type Contradiction } from './contradictions';
import { NOT_ASKED, routeTold } from './new-card';
import { checkedAgain, needsRecheck, recheckAfter } from './recheck';

const NOW = instant('2026-03-02T10:00:00Z');
const ID = 'mobile' as RouteId;
const NO = { call: 'no', text: 'no', voicemail: 'no', email: 'no', post: 'no' } as const;
const HOURS: OpeningHours = {
  timezone: 'Europe/London',
  schedule: { mon: [['09:00', '17:00']] },
  holidays: [],
};

function route(change: Partial<Route> = {}, permissions: Partial<Route['permissions']> = {}): Route {
  const told = routeTold({ id: ID, kind: 'mobile', permissions: { ...NO, ...permissions } }, NOW);
  return { ...told, ...change };
}

function card(change: Partial<SafeContactCard> = {}): SafeContactCard {
  return { ...NOT_ASKED, version: 1, routes: [route()], windows: null, saidWindows: null, ...change };
}

const suspect: readonly SeenBy[] = ['suspect'];
const nothing = { relation: 'friend', knows: 'nothing' } as const;

describe('what a card cannot say at once', () => {
  it.each<[string, SafeContactCard, Contradiction]>([
    [
      'a text to a landline',
      card({ routes: [route({ kind: 'landline' }, { text: 'yes' })] }),
      'text-to-landline',
    ],
    [
      'a call to an e-mail address',
      card({ routes: [route({ kind: 'email' }, { call: 'yes' })] }),
      'channel-of-another-kind',
    ],
    [
      'voicemail on a phone that the suspect shares',
      card({ routes: [route({ seenBy: suspect }, { voicemail: 'yes' })] }),
      'suspect-may-see-message',
    ],
    ['post and no address', card({ routes: [route({}, { post: 'yes' })] }), 'post-without-address'],
    [
      'post to where only the police go',
      card({ routes: [route({ kind: 'address', purpose: 'police-check' }, { post: 'yes' })] }),
      'post-to-police-check-address',
    ],
    [
      'a message to somebody who knows nothing',
      card({ thirdParty: nothing, routes: [route({ kind: 'third-party' }, { voicemail: 'yes' })] }),
      'third-party-knows-nothing',
    ],
    [
      'turning to somebody who knows nothing',
      card({
        thirdParty: nothing,
        lostContact: { policeCheck: 'yes', afterDays: 7, via: 'third-party' },
      }),
      'third-party-knows-nothing',
    ],
    [
      'turning to nobody',
      card({ lostContact: { policeCheck: 'yes', afterDays: 7, via: 'third-party' } }),
      'no-third-party',
    ],
    [
      'a police check at no address',
      card({ lostContact: { policeCheck: 'yes', afterDays: 7, via: 'police-check-address' } }),
      'no-police-check-address',
    ],
    [
      'a police check at no time',
      card({ lostContact: { policeCheck: 'yes', afterDays: null, via: 'referring-officer' } }),
      'police-check-incomplete',
    ],
    ['hours that never open', card({ windows: { ...HOURS, schedule: {} } }), 'never-opens'],
    [
      'one hour of one date both safe and not',
      card({
        exceptions: [
          { date: '2026-03-02', kind: 'open', spans: [['09:00', '11:00']] },
          { date: '2026-03-02', kind: 'never', spans: [['10:00', '12:00']] },
        ],
      }),
      'open-and-never-at-once',
    ],
  ])('%s', (_, safe, code) => {
    expect(contradictions(safe)).toEqual([code]);
  });

  it('says nothing against a call to a phone that the suspect may see: a call can wait for a safe moment', () => {
    expect(contradictions(card({ routes: [route({ seenBy: suspect }, { call: 'yes' })] }))).toEqual([]);
  });

  it('says nothing of a number that is out of use', () => {
    const gone = route({ kind: 'landline', state: 'quarantined' }, { text: 'yes' });
    expect(contradictions(card({ routes: [gone] }))).toEqual([]);
  });

  it('lets a contradictory card be put right one step at a time', () => {
    const before = card({ routes: [route({ kind: 'landline' }, { text: 'yes' })] });
    expect(newContradictions(before, { ...before, callerId: 'show' })).toEqual([]);
  });

  it.each([
    ['lantern', 'Lantern!', true],
    ['lantern', 'marigold', false],
    ['lantern', null, false],
    [null, null, false],
  ])('code word %s and stop word %s', (codeWord, stopWord, same) => {
    expect(wordsContradict({ codeWord, stopWord })).toBe(same);
  });
});

describe('the next version of a card', () => {
  const change = (what: CardChange, before = card()) =>
    changeCard({ card: before, change: what, today: '2026-03-02', timezone: 'Europe/London', now: NOW });

  it('counts up, and works the hours out anew', () => {
    const changed = change({ part: 'times', windows: HOURS, never: null });
    expect(changed).toMatchObject({
      kind: 'changed',
      card: { version: 2, windows: HOURS, saidWindows: HOURS },
    });
  });

  it('that a date brings keeps the weekly hours as they were said', () => {
    const exception = { date: '2026-03-03', kind: 'open', spans: [['09:00', '10:00']] } as const;
    const changed = change({ part: 'add-date', exception }, card({ windows: HOURS, saidWindows: HOURS }));
    expect(changed).toMatchObject({
      card: { saidWindows: HOURS, windows: { dateOverrides: { '2026-03-03': [['09:00', '10:00']] } } },
    });
  });

  it.each<[string, CardChange, SafeContactCard, string]>([
    [
      'a date that is over',
      { part: 'add-date', exception: { date: '2026-03-01', kind: 'never', spans: [['09:00', '10:00']] } },
      card(),
      'past-date',
    ],
    ['a date that is not on the card', { part: 'remove-date', date: '2026-03-02' }, card(), 'unknown-date'],
    [
      'a route that is not on the card',
      { part: 'route', routeId: 'other' as RouteId, permissions: {}, seenBy: [], recheckDays: 30 },
      card(),
      'unknown-route',
    ],
    [
      'a number on hold',
      { part: 'route', routeId: ID, permissions: {}, seenBy: [], recheckDays: 30 },
      card({ routes: [route({ state: 'suspended' })] }),
      'on-hold',
    ],
    [
      'a number out of use',
      { part: 'route', routeId: ID, permissions: {}, seenBy: [], recheckDays: 30 },
      card({ routes: [route({ state: 'quarantined' })] }),
      'out-of-use',
    ],
    [
      'a card that would contradict itself',
      { part: 'route', routeId: ID, permissions: { text: 'yes' }, seenBy: suspect, recheckDays: 30 },
      card(),
      'suspect-may-see-message',
    ],
  ])('is refused for %s', (_, what, before, reason) => {
    expect(change(what, before)).toEqual({ kind: 'refused', reason });
  });
});

describe('the age of a check', () => {
  it('may be relied on to the second it runs out, and not a second longer', () => {
    const until = { recheckAfter: recheckAfter(NOW) };
    expect(needsRecheck(until, instant('2026-04-01T10:00:00Z'))).toBe(false);
    expect(needsRecheck(until, instant('2026-04-01T10:00:01Z'))).toBe(true);
  });

  it('starts anew when somebody asks, for as long as before', () => {
    const later = instant('2026-06-01T10:00:00Z');
    const weekly = { checkedAt: NOW, recheckAfter: recheckAfter(NOW, 7) };
    expect(checkedAgain(weekly, later)).toEqual({
      checkedAt: later,
      recheckAfter: instant('2026-06-08T10:00:00Z'),
      recheckAskedAt: null,
    });
    const marked = { ...weekly, recheckAskedAt: NOW };
    expect(needsRecheck(weekly, NOW)).toBe(false);
    expect(needsRecheck(marked, NOW)).toBe(true);
    expect(needsRecheck(checkedAgain(marked, later), later)).toBe(false);
  });
});
