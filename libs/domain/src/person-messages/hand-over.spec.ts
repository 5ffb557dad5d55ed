import fc from 'fast-check';
import type { RouteId } from '../ids';
import {
  CHANNELS,
  mayContact,
  NOT_ASKED,
  routeTold,
  windowsOf,
  type Permission,
  type Route,
  type RouteState,
  type SafeContactCard,
} from '../safe-contact';
import { HOUR, instant, plus } from '../time';
import { afterHandOver, decideHandOver, MOST_TRIES } from './hand-over';

const ID = '11111111-1111-7111-8111-111111111111' as RouteId;
const NOON = instant('2026-03-02T12:00:00Z');
const NIGHT = instant('2026-03-02T23:30:00Z');
const ABOUT = instant('2026-03-03T16:00:00Z');
const timezone = 'Europe/London';
const ALL_NO = { call: 'no', text: 'no', voicemail: 'no', email: 'no', post: 'no' } as const;

function card(change: Partial<SafeContactCard> = {}, route: Partial<Route> = {}): SafeContactCard {
  const told = routeTold({ id: ID, kind: 'email', permissions: { ...ALL_NO, email: 'yes' } }, NOON);
  const routes = [{ ...told, ...route }];
  return {
    ...NOT_ASKED,
    version: 1,
    routes,
    windows: null,
    saidWindows: null,
    wording: 'we-will-ring',
    ...change,
  };
}

const decide = (safe: SafeContactCard, now = NOON, caseOpen = true) =>
  decideHandOver({
    message: { routeId: ID, channel: 'email', aboutAt: ABOUT },
    card: safe,
    caseOpen,
    timezone,
    now,
  });

describe('handing a message over', () => {
  it('goes to a route that is safe by the card as it is now', () => {
    expect(decide(card())).toEqual({ kind: 'hand-over' });
  });

  it.each([
    ['a stop', card({ stopped: true }), 'stopped'],
    ['a route on hold', card({}, { state: 'suspended' }), 'route-suspended'],
    ['a route out of use', card({}, { state: 'quarantined' }), 'route-quarantined'],
    ['a route that is gone', card({ routes: [] }), 'unknown-route'],
    ['a check that ran out', card({}, { recheckAfter: plus(NOON, -HOUR) }), 'check-expired'],
    ['no text chosen', card({ wording: null }), 'no-wording'],
    ['the suspect reading it', card({}, { seenBy: ['suspect'] }), 'seen-by-others'],
    ['a number in the place of an address', card({}, { kind: 'mobile' }), 'wrong-kind'],
  ] as const)('P5 is withheld for good by %s', (_why, safe, reason) => {
    expect(decide(safe)).toEqual({ kind: 'withhold', reason });
  });

  it('is withheld once the time it names has come, and once the case is closed', () => {
    expect(decide(card(), ABOUT)).toEqual({ kind: 'withhold', reason: 'too-late' });
    expect(decide(card(), NOON, false)).toEqual({ kind: 'withhold', reason: 'case-closed' });
  });

  it('waits for a safe hour, and for the day where nobody named one', () => {
    expect(decide(card({ windows: windowsOf(['weekday-evenings'], timezone) }))).toMatchObject({
      kind: 'wait',
    });
    expect(decide(card(), NIGHT)).toMatchObject({ kind: 'wait' });
  });

  it('is tried a few times and never after an answer that is clear', () => {
    const after = (answer: Parameters<typeof afterHandOver>[0]['answer'], tries: number) =>
      afterHandOver({ answer, tries, now: NOON });
    expect(after('accepted', 1)).toEqual({ kind: 'handed-over' });
    expect(after('refused', 1)).toEqual({ kind: 'failed', reason: 'not-accepted' });
    expect(after('unknown', 1)).toEqual({ kind: 'failed', reason: 'outcome-unknown' });
    expect(after('temporary', MOST_TRIES - 1)).toMatchObject({ kind: 'try-again' });
    expect(after('temporary', MOST_TRIES)).toEqual({ kind: 'failed', reason: 'given-up' });
  });

  it('P5 happens only when the gate says yes, whatever the card', () => {
    const permission = fc.constantFrom<Permission>('yes', 'no', 'unknown');
    const permissions = fc.record(Object.fromEntries(CHANNELS.map((channel) => [channel, permission])));
    const anyCard = fc.record({
      permissions,
      state: fc.constantFrom<RouteState>('active', 'suspended', 'quarantined'),
      kind: fc.constantFrom<Route['kind']>('email', 'mobile', 'address', 'third-party'),
      seenBy: fc.subarray<Route['seenBy'][number]>(['suspect', 'close-to-suspect', 'household']),
      stopped: fc.boolean(),
      wording: fc.constantFrom('we-will-ring', null),
      checked: fc.integer({ min: -60, max: 60 }),
    });
    fc.assert(
      fc.property(anyCard, fc.boolean(), (given, caseOpen) => {
        const { permissions: asked, state, kind, seenBy, stopped, wording, checked } = given;
        const route = { permissions: asked as Route['permissions'], state, kind, seenBy };
        const safe = card({ stopped, wording }, { ...route, recheckAfter: plus(NOON, checked * HOUR) });
        const gate = mayContact({ card: safe, routeId: ID, channel: 'email', now: NOON });
        const leaves = decide(safe, NOON, caseOpen).kind === 'hand-over';
        expect(leaves).toBe(gate.kind === 'may' && caseOpen);
        if (leaves)
          expect([kind, state, stopped, given.permissions['email']]).toEqual([
            'email',
            'active',
            false,
            'yes',
          ]);
      }),
    );
  });
});
