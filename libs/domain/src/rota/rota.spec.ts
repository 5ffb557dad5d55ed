import fc from 'fast-check';
import type { Role, StaffActor } from '../access';
import type { AgencyId, ShiftId, SwapId, TeamId, UserId } from '../ids';
import type { OnCallShift } from '../on-call';
import { HOUR, instant, plus } from '../time';
import { answerSwap, askSwapRefusal, takenOver, type ShiftSwap } from './shift-swap';
import { whoHears } from './who-hears';

const NOW = instant('2026-03-02T10:00:00Z');
const DESK = 'desk' as AgencyId;
const TEAM = 'team' as TeamId;
const user = (name: string) => name as UserId;
const actor = (name: string, role: Role = 'first-responder'): StaffActor => ({
  kind: 'staff',
  userId: user(name),
  role,
  agencyId: DESK,
  teamId: TEAM,
});

function shiftOf(name: string, from: number, to: number): OnCallShift {
  const span = { fromAt: plus(NOW, from * HOUR), toAt: plus(NOW, to * HOUR) };
  return {
    id: `${name}-${from}` as ShiftId,
    agencyId: DESK,
    teamId: TEAM,
    userId: user(name),
    ...span,
    revision: 3,
  };
}

const SHIFT = shiftOf('wren', 1, 9);
const SWAP: ShiftSwap = {
  id: 'swap' as SwapId,
  shiftId: SHIFT.id,
  agencyId: DESK,
  teamId: TEAM,
  fromUserId: user('wren'),
  toUserId: user('robin'),
  fromAt: SHIFT.fromAt,
  toAt: SHIFT.toAt,
  shiftRevision: SHIFT.revision,
  askedAt: NOW,
  state: 'asked',
  decidedBy: null,
  decidedAt: null,
  revision: 1,
};

describe('a shift that a colleague is asked to take', () => {
  it('is asked about by whoever holds it, while it lasts', () => {
    const ask = (name: string, to: string, shift = SHIFT) =>
      askSwapRefusal(actor(name), { shift, to: user(to), now: NOW });
    expect(ask('wren', 'robin')).toBeNull();
    expect(ask('robin', 'finch')).toBe('not-your-shift');
    expect(ask('wren', 'wren')).toBe('to-yourself');
    expect(ask('wren', 'robin', shiftOf('wren', -9, 0))).toBe('over-already');
  });

  it('changes hands when they say yes, and for nobody else', () => {
    const say = (name: string, change: Partial<Parameters<typeof answerSwap>[1]> = {}, role?: Role) =>
      answerSwap(actor(name, role), { swap: SWAP, shift: SHIFT, answer: 'accept', now: NOW, ...change });
    expect(say('robin')).toEqual({ kind: 'answered', state: 'accepted' });
    expect(say('finch')).toMatchObject({ reason: 'not-for-you' });
    expect(say('finch', {}, 'duty-lead')).toMatchObject({ reason: 'not-for-you' });
    expect(say('robin', { swap: { ...SWAP, state: 'declined' } })).toMatchObject({
      reason: 'already-answered',
    });
    expect(say('robin', { shift: { ...SHIFT, revision: 4 } })).toMatchObject({ reason: 'shift-changed' });
    expect(say('robin', { shift: null })).toMatchObject({ reason: 'shift-changed' });
    expect(say('robin', { now: SHIFT.toAt })).toMatchObject({ reason: 'over-already' });
    expect(say('wren', { answer: 'withdraw' })).toEqual({ kind: 'answered', state: 'withdrawn' });
    expect(say('finch', { answer: 'withdraw' }, 'duty-lead')).toMatchObject({ kind: 'answered' });
    expect(say('finch', { answer: 'withdraw' })).toMatchObject({ reason: 'not-for-you' });
    expect(takenOver(SHIFT, SWAP)).toEqual({ ...SHIFT, userId: 'robin', revision: 4 });
  });
});

describe('who gets alerts now', () => {
  const ask = (shifts: readonly OnCallShift[], away: readonly string[] = []) =>
    whoHears({
      shifts,
      leads: [user('elder'), user('hazel')],
      managers: [user('oak')],
      isAway: (userId) => away.includes(userId),
      now: NOW,
    });

  it('is the person on call until their shift ends, and then the next', () => {
    const heard = ask([shiftOf('robin', 4, 8), shiftOf('wren', -1, 4)]);
    expect(heard.onCall).toEqual({ userId: 'wren', until: plus(NOW, 4 * HOUR), away: false });
    expect(heard.next).toEqual({ userId: 'robin', from: plus(NOW, 4 * HOUR) });
    expect(heard.gapFrom).toBeNull();
  });

  it('names the gap when nobody follows at once, and who comes after it', () => {
    expect(ask([shiftOf('wren', -1, 4), shiftOf('robin', 5, 8)])).toMatchObject({
      gapFrom: plus(NOW, 4 * HOUR),
      next: { userId: 'robin' },
    });
    expect(ask([shiftOf('robin', 5, 8)])).toMatchObject({
      onCall: null,
      gapFrom: null,
      next: { userId: 'robin' },
    });
    expect(ask([])).toMatchObject({ onCall: null, next: null, gapFrom: null });
  });

  it('passes over whoever is away, unless everybody is', () => {
    expect(ask([], ['elder']).leads).toEqual(['hazel']);
    expect(ask([], ['elder', 'hazel']).leads).toEqual(['elder', 'hazel']);
    expect(ask([shiftOf('wren', -1, 4)], ['wren']).onCall).toMatchObject({ away: true });
  });

  it('does not depend on the order of the shifts', () => {
    const shifts = [shiftOf('wren', -1, 4), shiftOf('robin', 4, 8), shiftOf('finch', 9, 12)];
    fc.assert(
      fc.property(fc.shuffledSubarray(shifts, { minLength: 3 }), (shuffled) => {
        expect(ask(shuffled)).toEqual(ask(shifts));
      }),
    );
  });
});
