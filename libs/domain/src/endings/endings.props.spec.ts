import fc from 'fast-check';
import type { ContactState } from '../contact';
import {
  ASKED_ANSWERS,
  CHOSEN_END_REASONS,
  closeReasonOf,
  deathFault,
  DOORS,
  END_REASONS,
  endCaseFault,
  ENDS_WITH_CASE,
  NOTHING_UNDER_WAY,
  SETTLE_FIRST,
  type UnderWay,
} from '.';

const STATES: readonly ContactState[] = [
  'safety-check',
  'ready',
  'attempting',
  'deferred-by-person',
  'no-safe-route',
  'unsafe',
  'exhausted',
  'reached',
  'not-wanted',
];
const counts = fc.constantFrom(0, 0, 0, 1, 3);
const underWay: fc.Arbitrary<UnderWay> = fc.record({
  runningClocks: counts,
  safeguarding: counts,
  supportTasks: counts,
  transfers: counts,
  promisedCalls: counts,
  unanswered: counts,
  plannedContacts: counts,
  goingOn: counts,
});
const asked = fc.record({
  closed: fc.boolean(),
  contactState: fc.constantFrom(...STATES),
  reason: fc.constantFrom(...CHOSEN_END_REASONS),
  underWay,
  seen: fc.boolean(),
  answers: fc.record({
    door: fc.constantFrom(...DOORS),
    feedback: fc.constantFrom(...ASKED_ANSWERS),
    reopening: fc.constantFrom(...ASKED_ANSWERS),
    sameWorker: fc.constantFrom(...ASKED_ANSWERS),
    checkInOn: fc.constantFrom(null, '2027-03-01'),
  }),
});

describe('ending a case', () => {
  it('P4 never happens while a clock of first contact has time left, or before anything came of it', () => {
    fc.assert(
      fc.property(asked, (one) => {
        if (endCaseFault(one) !== null) return;
        expect(one.underWay.runningClocks).toBe(0);
        expect(['reached', 'not-wanted', 'exhausted']).toContain(one.contactState);
      }),
    );
  });

  it('leaves nothing open that had to be settled, and ends nothing that was not seen', () => {
    fc.assert(
      fc.property(asked, (one) => {
        if (endCaseFault(one) !== null) return;
        for (const kind of SETTLE_FIRST) expect(one.underWay[kind]).toBe(0);
        if (!one.seen) for (const kind of ENDS_WITH_CASE) expect(one.underWay[kind]).toBe(0);
      }),
    );
  });

  it('is never stopped by support that goes on', () => {
    fc.assert(
      fc.property(asked, counts, (one, goingOn) => {
        const other = { ...one, underWay: { ...one.underWay, goingOn } };
        expect(endCaseFault(other)).toBe(endCaseFault(one));
      }),
    );
  });

  it('keeps no answer of somebody whom nobody reached, and no day that nobody wished for', () => {
    fc.assert(
      fc.property(asked, (one) => {
        if (endCaseFault(one) !== null) return;
        const { door, feedback, reopening, sameWorker, checkInOn } = one.answers;
        if (one.contactState === 'exhausted')
          expect([door, feedback, reopening, sameWorker, checkInOn]).toEqual([
            'not-asked',
            'not-asked',
            'not-asked',
            'not-asked',
            null,
          ]);
        if (checkInOn !== null) expect(one.reason).not.toBe('safety');
      }),
    );
  });

  it('is possible for every reason that somebody can choose, when nothing is under way', () => {
    for (const reason of CHOSEN_END_REASONS) {
      const answers = {
        door: 'any-time',
        feedback: 'yes',
        reopening: 'no',
        sameWorker: 'not-asked',
        checkInOn: null,
      } as const;
      const one = {
        closed: false,
        contactState: 'reached',
        seen: false,
        underWay: NOTHING_UNDER_WAY,
      } as const;
      expect(endCaseFault({ ...one, reason, answers })).toBeNull();
    }
  });

  it('closes a case under its own code, and a transfer under the one that the figures count apart', () => {
    for (const reason of END_REASONS)
      expect(closeReasonOf(reason)).toBe(reason === 'transferred' ? 'redirected' : reason);
  });
});

describe('the day of a death', () => {
  it.each([
    [null, null],
    ['2026-03-02', null],
    ['2026-03-03', 'in-the-future'],
    ['2016-03-02', null],
    ['2016-03-01', 'too-long-ago'],
  ])('%s, known on Monday 2 March 2026: %s', (on, fault) => {
    expect(deathFault({ on, today: '2026-03-02' })).toBe(fault);
  });
});
