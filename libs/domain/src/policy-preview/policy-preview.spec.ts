import { anAttempt } from '../deadline/deadline.samples';
import type { CalendarVersion, DeadlinePolicy, Limb } from '../deadline';
import { instant, isoOf, type OpeningHours } from '../time';
import { deskCeiling } from './desk-ceiling';
import { lastFullQuarter } from './last-quarter';
import { promiseFaults } from './promise-faults';
import { replay, type PastReferral } from './replay';

const NINE_TO_FIVE = [['09:00', '17:00']] as const;
const WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE,
};
const hours: OpeningHours = { timezone: 'Europe/London', schedule: WEEK, holidays: [] };
const calendar: CalendarVersion = { id: 'sample-desk', version: 1, hours };
const FROM = instant('2026-03-02T00:00:00Z');

function policy(limb: Partial<Limb> = {}, change: Partial<DeadlinePolicy> = {}): DeadlinePolicy {
  return {
    id: 'sample-promise',
    version: 2,
    promise: 'first-contact',
    clockStart: 'reported-at',
    stoppedBy: 'first-conversation',
    limbs: [
      { id: '24h', kind: 'elapsed', seconds: 86_400, warnSecondsBefore: [7_200] },
      {
        id: '1wd',
        kind: 'working-day',
        reading: 'A',
        days: 1,
        closesAt: '17:00',
        warnSecondsBefore: [],
        ...limb,
      } as Limb,
    ],
    bindingLimb: '1wd',
    calendar: 'sample-desk',
    escalation: { repeatEverySeconds: 3_600, stepUpAtRepeat: 2, onCall: hours },
    nextStepSeconds: 604_800,
    ...change,
  };
}

describe('a promise that nobody could keep', () => {
  it.each([
    ['closes before the desk opens', policy({ closesAt: '08:00' } as Partial<Limb>), 'closes-before-opening'],
    ['closes at no time of day', policy({ closesAt: '25:00' } as Partial<Limb>), 'bad-closing-time'],
    ['warns before it starts', policy({ warnSecondsBefore: [40_000] }), 'warning-longer-than-limit'],
    ['lasts longer than any promise', policy({ days: 21 } as Partial<Limb>), 'limit-too-long'],
    ['leaves no time', policy({ days: 0 } as Partial<Limb>), 'no-time-to-meet-it'],
    ['binds by a limit it has not', policy({}, { bindingLimb: 'none' }), 'unknown-binding-limb'],
    [
      'has nobody on call',
      policy({}, { escalation: { ...policy().escalation, onCall: { ...hours, schedule: {} } } }),
      'never-on-call',
    ],
  ])('%s', (_what, given, fault) => {
    expect(promiseFaults(given, { calendar, from: FROM })).toContain(fault);
  });

  it.each(['A', 'B', 'C'] as const)('reading %s can be kept', (reading) => {
    expect(promiseFaults(policy({ reading } as Partial<Limb>), { calendar, from: FROM })).toEqual([]);
  });

  it('says when the bank holidays end too soon, and when the desk never opens', () => {
    const ends = { ...calendar, hours: { ...hours, knownUntil: '2026-03-05' } };
    expect(promiseFaults(policy(), { calendar: ends, from: FROM })).toEqual(['calendar-ends']);
    const shut = { ...calendar, hours: { ...hours, schedule: {} } };
    expect(promiseFaults(policy(), { calendar: shut, from: FROM })).toEqual(['never-open']);
  });
});

describe('the last full quarter', () => {
  it.each([
    [
      '2026-11-22T12:00:00Z',
      '2026-07-01',
      '2026-10-01',
      '2026-06-30T23:00:00.000Z',
      '2026-09-30T23:00:00.000Z',
    ],
    [
      '2026-03-31T22:59:59Z',
      '2025-10-01',
      '2026-01-01',
      '2025-09-30T23:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
    ],
    [
      '2026-03-31T23:00:00Z',
      '2026-01-01',
      '2026-04-01',
      '2026-01-01T00:00:00.000Z',
      '2026-03-31T23:00:00.000Z',
    ],
  ])('at %s is from %s until before %s', (now, firstOn, endOn, from, to) => {
    const quarter = lastFullQuarter(instant(now), 'Europe/London');
    expect(quarter).toMatchObject({ firstOn, endOn });
    expect([isoOf(quarter.from), isoOf(quarter.to)]).toEqual([from, to]);
  });
});

describe('a replay of the past', () => {
  const now = instant('2026-04-01T00:00:00Z');
  const started = instant('2026-03-06T16:30:00Z');
  const past = (
    spoken: string | null,
    change: Partial<PastReferral['limbs'][number]> = {},
  ): PastReferral => ({
    limbs: [
      {
        limb: '24h',
        startedAt: started,
        dueAt: instant('2026-03-07T16:30:00Z'),
        cancelled: false,
        ...change,
      },
      {
        limb: '1wd',
        startedAt: started,
        dueAt: instant('2026-03-09T17:00:00Z'),
        cancelled: false,
        ...change,
      },
    ],
    attempts: spoken === null ? [] : [anAttempt({ happenedAt: instant(spoken) })],
  });

  it('under the rules of the time changes nothing', () => {
    const limbs = replay([past('2026-03-09T16:45:00Z'), past(null)], { policy: policy(), calendar, now });
    for (const limb of limbs) {
      expect(limb.proposed).toEqual(limb.actual);
      expect(limb).toMatchObject({ moved: 0, missedBecomesMet: 0, metBecomesMissed: 0, notComputable: 0 });
    }
    expect(limbs[1]?.actual).toEqual({ met: 1, missed: 1, stillOpen: 0, cancelled: 0 });
  });

  it('under reading B misses what came in the last half hour, in numbers only', () => {
    const given = { policy: policy({ reading: 'B' } as Partial<Limb>), calendar, now };
    const limbs = replay([past('2026-03-09T16:45:00Z'), past('2026-03-09T10:00:00Z')], given);
    expect(limbs[1]).toEqual({
      limb: '1wd',
      actual: { met: 2, missed: 0, stillOpen: 0, cancelled: 0 },
      proposed: { met: 1, missed: 1, stillOpen: 0, cancelled: 0 },
      missedBecomesMet: 0,
      metBecomesMissed: 1,
      moved: 2,
      earlier: 2,
      notComputable: 0,
    });
  });

  it('P4 counts a late entry only when a second person confirmed it', () => {
    const late = { happenedAt: instant('2026-03-09T12:00:00Z'), recordedAt: instant('2026-03-11T12:00:00Z') };
    const count = (confirmation: 'waiting' | 'confirmed') =>
      replay([{ ...past(null), attempts: [anAttempt({ ...late, confirmation })] }], {
        policy: policy(),
        calendar,
        now,
      })[1]?.proposed?.met;
    expect([count('waiting'), count('confirmed')]).toEqual([0, 1]);
  });

  it('leaves out what is still open or cancelled, and what cannot be worked out', () => {
    const early = instant('2026-03-08T00:00:00Z');
    const open = replay([past(null), past(null, { cancelled: true })], {
      policy: policy(),
      calendar,
      now: early,
    });
    expect(open[1]?.actual).toEqual({ met: 0, missed: 0, stillOpen: 1, cancelled: 1 });
    const ends = { ...calendar, hours: { ...hours, knownUntil: '2026-03-08' } };
    const cut = replay([past(null)], { policy: policy(), calendar: ends, now });
    expect(cut[1]).toMatchObject({ proposed: null, notComputable: 1 });
  });
});

describe('what opening hours allow', () => {
  it('is all of the working-day limits and about three in four of the 24-hour ones', () => {
    const [day, working] = deskCeiling(policy(), { calendar, from: FROM });
    expect(working).toEqual({ limb: '1wd', tried: 8_736, withOpening: 8_736 });
    expect(Math.round((100 * day!.withOpening) / day!.tried)).toBe(76);
  });
});
