import fc from 'fast-check';
import type { RouteId } from '../ids';
import { instant, type Instant } from '../time';
import { firstCallTime } from './call-time';
import { CHANNELS, type Permission, type Route, type RouteState, type SafeContactCard } from './card';
import { mayContact } from './may-contact';
import { NOT_ASKED, routeTold } from './new-card';
import { SAFE_TIMES, windowsOf } from './safe-times';

const ID = '11111111-1111-7111-8111-111111111111' as RouteId;
const LONDON = 'Europe/London';
const MONDAY_10AM = instant('2026-03-02T10:00:00Z');
const MONDAY_6PM = instant('2026-03-02T18:00:00Z');

function card(change: Partial<SafeContactCard> = {}, route: Partial<Route> = {}): SafeContactCard {
  const permissions = {
    call: 'yes',
    text: 'no',
    voicemail: 'unknown',
    email: 'unknown',
    post: 'unknown',
  } as const;
  const told = routeTold({ id: ID, kind: 'mobile', permissions }, MONDAY_10AM);
  const routes = [{ ...told, ...route }];
  return { ...NOT_ASKED, version: 1, routes, windows: null, saidWindows: null, ...change };
}

const KIND_FOR = {
  call: 'mobile',
  text: 'mobile',
  voicemail: 'mobile',
  email: 'email',
  post: 'address',
} as const;

const ask = (
  safe: SafeContactCard,
  channel: (typeof CHANNELS)[number] = 'call',
  now: Instant = MONDAY_10AM,
) => mayContact({ card: safe, routeId: ID, channel, now });

describe('P5 the safe-contact gate', () => {
  it('lets a permitted call through at a safe time', () => {
    expect(ask(card())).toEqual({ kind: 'may' });
  });

  it.each([
    ['unknown is no', card(), 'voicemail', 'permission-unknown'],
    ['no is no', card(), 'text', 'not-permitted'],
    [
      'a suspended route is closed on every channel',
      card({}, { state: 'suspended' }),
      'call',
      'route-suspended',
    ],
    [
      'a quarantined route is never used again',
      card({}, { state: 'quarantined' }),
      'call',
      'route-quarantined',
    ],
    ['a stop word closes the whole card', card({ stopped: true }), 'call', 'stopped'],
    ['a route that is not on the card', card({ routes: [] }), 'call', 'unknown-route'],
  ] as const)('%s', (_name, safe, channel, reason) => {
    expect(ask(safe, channel)).toEqual({ kind: 'may-not', reason });
  });

  it('keeps to the hours the person named', () => {
    const mornings = card({ windows: windowsOf(['weekday-mornings'], LONDON) });
    expect(ask(mornings, 'call', MONDAY_10AM)).toEqual({ kind: 'may' });
    expect(ask(mornings, 'call', MONDAY_6PM)).toEqual({ kind: 'may-not', reason: 'outside-safe-times' });
    expect(ask(mornings, 'call', instant('2026-03-02T12:00:00Z'))).toMatchObject({ kind: 'may-not' });
  });

  it('a check that ran out closes every channel but a call, and whoever calls asks again', () => {
    const all = { call: 'yes', text: 'yes', voicemail: 'yes', email: 'yes', post: 'yes' } as const;
    const old = card(
      { wording: 'reminder' },
      { permissions: all, recheckAfter: instant('2026-03-02T09:59:59Z') },
    );
    expect(ask(old, 'call')).toEqual({ kind: 'may', checkAgain: true });
    expect(ask(old, 'text')).toEqual({ kind: 'may-not', reason: 'check-expired' });
    expect(ask(old, 'voicemail')).toEqual({ kind: 'may-not', reason: 'check-expired' });
  });

  it('for somebody whose record is restricted nothing is sent or left behind, and a call is a person’s own act', () => {
    const texts = { call: 'yes', text: 'yes', voicemail: 'yes', email: 'no', post: 'no' } as const;
    const restricted = card({ restricted: true, wording: 'reminder' }, { permissions: texts });
    expect(ask(restricted, 'text')).toEqual({ kind: 'may-not', reason: 'restricted' });
    expect(ask(restricted, 'voicemail')).toEqual({ kind: 'may-not', reason: 'restricted' });
    expect(ask(restricted, 'call')).toEqual({ kind: 'may' });
  });

  it('a message needs more than a call: a text that was chosen, and nobody near the suspect who sees it', () => {
    const texts = { call: 'yes', text: 'yes', voicemail: 'no', email: 'no', post: 'no' } as const;
    expect(ask(card({}, { permissions: texts }), 'text')).toMatchObject({ reason: 'no-wording' });
    const seen = card({ wording: 'reminder' }, { permissions: texts, seenBy: ['close-to-suspect'] });
    expect(ask(seen, 'text')).toMatchObject({ reason: 'seen-by-others' });
    expect(ask(seen, 'call')).toEqual({ kind: 'may' });
  });

  it('an address for a police check is for nothing else', () => {
    const posted = { call: 'no', text: 'no', voicemail: 'no', email: 'no', post: 'yes' } as const;
    const address = (purpose: Route['purpose']) =>
      card({}, { kind: 'address', purpose, permissions: posted });
    expect(ask(address('post'), 'post')).toEqual({ kind: 'may' });
    expect(ask(address('police-check'), 'post')).toMatchObject({ reason: 'wrong-kind' });
  });

  it('says yes only to an active route with an outright yes', () => {
    const permission = fc.constantFrom<Permission>('yes', 'no', 'unknown');
    const permissions = fc.record(Object.fromEntries(CHANNELS.map((channel) => [channel, permission])));
    const state = fc.constantFrom<RouteState>('active', 'suspended', 'quarantined');
    fc.assert(
      fc.property(
        permissions,
        state,
        fc.record({ stopped: fc.boolean(), restricted: fc.boolean() }),
        fc.constantFrom(...CHANNELS),
        (given, at, { stopped, restricted }, channel) => {
          const kind = KIND_FOR[channel];
          const route = { kind, permissions: given as Route['permissions'], state: at };
          const safe = card({ stopped, restricted, wording: 'reminder' }, route);
          const may = ask(safe, channel).kind === 'may';
          const kept = stopped || (restricted && channel !== 'call');
          expect(may).toBe(!kept && at === 'active' && given[channel] === 'yes');
        },
      ),
    );
  });
});

describe('safe times', () => {
  it('none named rules nothing out', () => {
    expect(windowsOf([], LONDON)).toBeNull();
  });

  it('neighbouring times join, so that noon is no edge', () => {
    expect(windowsOf(['weekday-afternoons', 'weekday-mornings'], LONDON)?.schedule.mon).toEqual([
      ['09:00', '17:00'],
    ]);
  });

  it('weekends alone leave the working week closed', () => {
    expect(windowsOf(['weekends'], LONDON)?.schedule).toEqual({
      sat: [['09:00', '20:00']],
      sun: [['09:00', '20:00']],
    });
  });

  it('every choice gives a calendar that opens', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...SAFE_TIMES), { minLength: 1 }), (times) => {
        const windows = windowsOf(times, LONDON);
        expect(Object.values(windows?.schedule ?? {}).flat().length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the honest time for the call', () => {
  const span = [['09:00', '17:00']] as const;
  const desk = {
    timezone: LONDON,
    schedule: { mon: span, tue: span, wed: span, thu: span, fri: span },
    holidays: [],
  };

  it('is now while the desk is open', () => {
    expect(firstCallTime({ desk, windows: null, now: MONDAY_10AM })).toBe(MONDAY_10AM);
  });

  it('waits for the desk over a weekend', () => {
    const friday = instant('2026-03-06T22:40:00Z');
    expect(firstCallTime({ desk, windows: null, now: friday })).toBe(instant('2026-03-09T09:00:00Z'));
  });

  it('waits for the person as well', () => {
    const windows = windowsOf(['weekday-afternoons'], LONDON);
    expect(firstCallTime({ desk, windows, now: MONDAY_10AM })).toBe(instant('2026-03-02T12:00:00Z'));
  });

  it('says so when desk and safe times never meet', () => {
    expect(firstCallTime({ desk, windows: windowsOf(['weekends'], LONDON), now: MONDAY_10AM })).toBeNull();
  });
});
