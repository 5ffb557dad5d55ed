import fc from 'fast-check';
import type { RouteId } from '../ids';
import { mayContact, NOT_ASKED, routeTold, SAFE_TIMES, windowsOf } from '../safe-contact';
import { HOUR, instant, localDate, plus, type OpeningHours } from '../time';
import { roundOf, whatNext, type AttemptPolicy, type Try } from './attempt-policy';
import type { Rung } from './ladder';

const ZONE = 'Europe/London';
const DAY = [['09:00', '17:00']] as const;
const DESK: OpeningHours = {
  timezone: ZONE,
  schedule: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  holidays: ['2026-12-25', '2026-12-28'],
};
const START = instant('2026-10-19T08:00:00Z');
const MOBILE = 'mobile' as RouteId;
const permissions = { call: 'yes', text: 'no', voicemail: 'no', email: 'no', post: 'no' } as const;
const routes = [routeTold({ id: MOBILE, kind: 'mobile', permissions }, START)];

const anyPolicy: fc.Arbitrary<AttemptPolicy> = fc.record({
  version: fc.constant(1),
  attempts: fc.integer({ min: 1, max: 6 }),
  workingDays: fc.integer({ min: 1, max: 6 }),
  timesOfDay: fc.integer({ min: 1, max: 3 }),
  mostPerDay: fc.integer({ min: 1, max: 3 }),
  eveningWanted: fc.boolean(),
  routesWanted: fc.constant(1),
});

const anyTry: fc.Arbitrary<Try> = fc
  .tuple(fc.integer({ min: 0, max: 24 * 20 }), fc.integer({ min: 1, max: 5 }))
  .map(([hours, rung]) => ({
    routeId: MOBILE,
    rung: rung as Rung,
    happenedAt: plus(START, hours * HOUR),
    confirmation: 'not-needed',
  }));

const anyQuestion = fc
  .tuple(fc.array(anyTry, { maxLength: 9 }), anyPolicy, fc.subarray([...SAFE_TIMES]), fc.nat(48))
  .map(([attempts, policy, times, later]) => {
    const last = Math.max(START, ...attempts.map(({ happenedAt }) => happenedAt));
    const now = plus(instant(new Date(last).toISOString()), later * HOUR);
    const windows = windowsOf(times, ZONE);
    const card = { ...NOT_ASKED, version: 1, routes, windows, saidWindows: windows };
    return { attempts, policy, card, desk: DESK, now };
  });

describe('whatever was tried, the attempt policy', () => {
  it('never names a time that is past, or one that is not safe', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const next = whatNext(question);
        if (!('at' in next)) return;
        expect(next.at).toBeGreaterThanOrEqual(question.now);
        const gate = mayContact({ card: question.card, routeId: MOBILE, channel: 'call', now: next.at });
        expect(gate).toMatchObject({ kind: 'may' });
      }),
    );
  });

  it('never sends anyone to a day that has seen enough', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const next = whatNext(question);
        if (!('at' in next)) return;
        const day = localDate(next.at, ZONE);
        const round = roundOf(question.attempts);
        const that = round.filter(({ happenedAt }) => localDate(happenedAt, ZONE) === day);
        expect(that.length).toBeLessThan(question.policy.mostPerDay);
      }),
    );
  });

  it('is never used up with fewer attempts than it asks for', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const next = whatNext(question);
        if (next.kind !== 'policy-used-up') return;
        expect(roundOf(question.attempts).length).toBeGreaterThanOrEqual(question.policy.attempts);
        expect(next.wanted).toEqual([]);
      }),
    );
  });

  it('says the same in whatever order attempts were typed in', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const turned = { ...question, attempts: question.attempts.toReversed() };
        const rungs = new Set(question.attempts.map(({ happenedAt }) => happenedAt)).size;
        if (rungs === question.attempts.length) expect(whatNext(turned)).toEqual(whatNext(question));
      }),
    );
  });
});
