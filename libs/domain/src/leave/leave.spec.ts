import type { Role, StaffActor } from '../access';
import type { AgencyId, LeaveId, TeamId, UserId } from '../ids';
import { HOUR, instant, plus } from '../time';
import { isAway, leaveFault, LONGEST_LEAVE, mayKeepLeaveOf, nextLookAt, type Leave } from './leave';
import { whoAnswers } from './who-answers';

const NOW = instant('2026-03-02T10:00:00Z');
const DESK = 'desk' as AgencyId;
const WREN = 'wren' as UserId;

const LEAVE: Leave = {
  id: 'leave' as LeaveId,
  agencyId: DESK,
  userId: WREN,
  fromAt: plus(NOW, HOUR),
  toAt: plus(NOW, 48 * HOUR),
  state: 'planned',
  recordedBy: WREN,
  recordedAt: NOW,
  uncoveredAtStart: null,
  revision: 1,
};

const actor = (role: Role, userId: string, agencyId = DESK): StaffActor => ({
  kind: 'staff',
  userId: userId as UserId,
  role,
  agencyId,
  teamId: null,
});

describe('a leave', () => {
  it('keeps somebody away from its first instant until just before its last', () => {
    expect(isAway(LEAVE, plus(LEAVE.fromAt, -1))).toBe(false);
    expect(isAway(LEAVE, LEAVE.fromAt)).toBe(true);
    expect(isAway(LEAVE, plus(LEAVE.toAt, -1))).toBe(true);
    expect(isAway(LEAVE, LEAVE.toAt)).toBe(false);
  });

  it('keeps them away by its dates, whatever has been noted of it, unless it was cancelled', () => {
    expect(isAway({ ...LEAVE, state: 'away' }, LEAVE.fromAt)).toBe(true);
    expect(isAway({ ...LEAVE, state: 'cancelled' }, LEAVE.fromAt)).toBe(false);
  });

  it('is refused with a reason when it cannot be', () => {
    const fault = (from: number, to: number, others: readonly Leave[] = []) =>
      leaveFault({ span: { fromAt: plus(NOW, from), toAt: plus(NOW, to) }, others, now: NOW });
    expect(fault(HOUR, HOUR)).toBe('ends-before-it-starts');
    expect(fault(0, LONGEST_LEAVE + 1)).toBe('too-long');
    expect(fault(-2 * HOUR, 0)).toBe('over-already');
    expect(fault(2 * HOUR, 3 * HOUR, [LEAVE])).toBe('overlaps');
    expect(fault(48 * HOUR, 72 * HOUR, [LEAVE])).toBeNull();
  });

  it('is kept by the person, and by whoever leads at their own agency', () => {
    expect(mayKeepLeaveOf(actor('first-responder', 'wren'), LEAVE)).toBe(true);
    expect(mayKeepLeaveOf(actor('first-responder', 'robin'), LEAVE)).toBe(false);
    expect(mayKeepLeaveOf(actor('duty-lead', 'robin'), LEAVE)).toBe(true);
    expect(mayKeepLeaveOf(actor('service-manager', 'robin'), LEAVE)).toBe(true);
    expect(mayKeepLeaveOf(actor('duty-lead', 'robin', 'elsewhere' as AgencyId), LEAVE)).toBe(false);
    expect(mayKeepLeaveOf(actor('officer', 'wren'), LEAVE)).toBe(false);
  });

  it('P1 is looked at again at its beginning and its end, and never after', () => {
    expect(nextLookAt(LEAVE)).toBe(LEAVE.fromAt);
    expect(nextLookAt({ ...LEAVE, state: 'away' })).toBe(LEAVE.toAt);
    expect(nextLookAt({ ...LEAVE, state: 'over' })).toBeNull();
    expect(nextLookAt({ ...LEAVE, state: 'cancelled' })).toBeNull();
  });
});

describe('P15 who answers for a case', () => {
  const owned = { ownerUserId: WREN, ownerTeamId: 'team' as TeamId, handlingAgencyId: DESK };
  const lead = { kind: 'duty-lead', agencyId: DESK, teamId: 'team' };

  it('is its owner, and the duty lead while the owner is away or there is none', () => {
    expect(whoAnswers(owned, () => false)).toEqual({ kind: 'person', userId: WREN });
    expect(whoAnswers(owned, (userId) => userId === WREN)).toEqual(lead);
    expect(whoAnswers({ ...owned, ownerUserId: null }, () => false)).toEqual(lead);
  });
});
