import type { AgencyId, TeamId, UserId } from '../ids';
import { instant } from '../time';
import type { StaffActor } from '../access';
import { hindranceToErase, mayDecideErasure } from './erasure';
import { retentionOutcomeOf } from './outcome';
import { mayOpenSystem, type HomeState } from './restored';
import { keptUntil, scheduleFaults, type RetentionSchedule } from './rules';

const officer: StaffActor = {
  kind: 'staff',
  userId: 'officer' as UserId,
  role: 'data-protection-officer',
  agencyId: 'agency' as AgencyId,
  teamId: null,
};
const manager: StaffActor = {
  ...officer,
  userId: 'manager' as UserId,
  role: 'service-manager',
  teamId: 'team' as TeamId,
};

describe('how a case ended, for how long it is kept', () => {
  const adult = { ageBand: '25-39', closeReason: null, spokenWith: false } as const;
  it.each([
    [{ ...adult, ageBand: '16-17', closeReason: 'duplicate' } as const, 'child'],
    [{ ...adult, closeReason: 'died', spokenWith: true }, 'died'],
    [{ ...adult, closeReason: 'duplicate', spokenWith: true }, 'spoken-with'],
    [{ ...adult, closeReason: 'duplicate' }, 'duplicate'],
    [{ ...adult, closeReason: 'redirected' }, 'redirected'],
    [adult, 'not-reached'],
  ])('%j counts as %s', (record, outcome) => expect(retentionOutcomeOf(record)).toBe(outcome));
});

describe('the end of the years', () => {
  const schedule: RetentionSchedule = {
    version: 1,
    rules: [{ record: 'person', outcome: 'not-reached', years: 1, ground: 'assumed' }],
  };
  const until = (endedAt: string) =>
    keptUntil(schedule, { outcome: 'not-reached', endedAt: instant(endedAt) }).at;

  it('is the same day and time of the year', () =>
    expect(until('2026-03-02T10:00:00Z')).toBe(instant('2027-03-02T10:00:00Z')));

  it('of a leap day is the first of March, so that nothing goes early', () =>
    expect(until('2028-02-29T10:00:00Z')).toBe(instant('2029-03-01T10:00:00Z')));

  it('needs a rule for every outcome, once, in whole years, none longer than a child’s', () => {
    expect(scheduleFaults(schedule)).toEqual(['outcome-missing']);
    const [rule] = schedule.rules;
    if (rule === undefined) throw new Error('the schedule has a rule');
    expect(scheduleFaults({ version: 2, rules: [rule, rule] })).toContain('outcome-twice');
    expect(scheduleFaults({ version: 2, rules: [{ ...rule, years: 0.5 }] })).toContain('years-out-of-range');
    expect(
      scheduleFaults({
        version: 2,
        rules: [
          { ...rule, outcome: 'child' },
          { ...rule, years: 2 },
        ],
      }),
    ).toContain('child-too-short');
  });
});

describe('an erasure', () => {
  const free = {
    live: false,
    held: false,
    safeguardingOpen: false,
    requestOpen: false,
    supportGoesOn: false,
    promiseStands: false,
    erasure: null,
  } as const;
  it.each([
    [free, null],
    [{ ...free, erasure: 'suggested' } as const, null],
    [{ ...free, live: true }, 'case-open'],
    [{ ...free, held: true }, 'on-hold'],
    [{ ...free, safeguardingOpen: true }, 'safeguarding-open'],
    [{ ...free, requestOpen: true }, 'request-open'],
    [{ ...free, supportGoesOn: true }, 'support-goes-on'],
    [{ ...free, promiseStands: true }, null],
    [{ ...free, erasure: 'approved' } as const, 'already-proposed'],
    [{ ...free, held: true, erasure: 'done' } as const, 'already-erased'],
  ])('of a record that stands as %j meets %s', (standing, hindrance) =>
    expect(hindranceToErase(standing)).toBe(hindrance),
  );

  const proposed = { state: 'proposed', proposedBy: officer.userId } as const;
  it('is approved by another person and by nobody else', () => {
    expect(mayDecideErasure(manager, { erasure: proposed, change: 'approve' })).toEqual({
      kind: 'may',
      state: 'approved',
    });
    const refused = (reason: string) => ({ kind: 'refused', reason });
    expect(mayDecideErasure(officer, { erasure: proposed, change: 'approve' })).toEqual(
      refused('same-person'),
    );
    expect(mayDecideErasure(manager, { erasure: proposed, change: 'withdraw' })).toEqual(
      refused('not-allowed'),
    );
    const service = { kind: 'service', process: 'timers' } as const;
    expect(mayDecideErasure(service, { erasure: proposed, change: 'approve' })).toEqual(
      refused('not-allowed'),
    );
  });

  it('that was only suggested cannot be approved', () => {
    const suggested = { state: 'suggested', proposedBy: null } as const;
    expect(mayDecideErasure(manager, { erasure: suggested, change: 'approve' })).toEqual({
      kind: 'refused',
      reason: 'already-decided',
    });
  });
});

describe('a system that may have been restored', () => {
  const at = (main: HomeState, keys: HomeState | 'unreachable', outsideLedger = false, unerased = 0) =>
    mayOpenSystem({ main, keys, outsideLedger, unerased });
  const open = { kind: 'open' };
  const shut = (reason: string) => ({ kind: 'refuse', reason });

  it('opens where it was, or for the first time', () => {
    expect(at('home', 'home')).toEqual(open);
    expect(at('new', 'new')).toEqual(open);
  });

  it('P13 stays shut while a restored key database is the only one to know', () => {
    expect(at('moved', 'moved')).toEqual(shut('no-ledger'));
    expect(at('home', 'moved')).toEqual(shut('no-ledger'));
    expect(at('moved', 'new')).toEqual(shut('no-ledger'));
    expect(at('moved', 'moved', true)).toEqual(open);
  });

  it('P13 never opens while anybody of a ledger can be read', () => {
    for (const main of ['new', 'home', 'moved'] as const) {
      for (const keys of ['new', 'home', 'moved', 'unreachable'] as const) {
        expect(at(main, keys, true, 1)).toEqual(shut('erasures-to-replay'));
      }
    }
  });

  it('P3 runs its deadlines without the key database, unless the main one was moved', () => {
    expect(at('home', 'unreachable')).toEqual(open);
    expect(at('moved', 'unreachable')).toEqual(shut('keys-unreachable'));
  });
});
