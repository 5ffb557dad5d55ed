import fc from 'fast-check';
import type { AttemptId, RouteId } from '../ids';
import { windowsOf } from '../safe-contact';
import { instant, MINUTE, plus, type Instant } from '../time';
import { actBy } from './act-by';
import { factsOf, type AttemptFact } from './attempt';
import { OUTCOMES, rungOf, type Rung } from './ladder';
import { recordAttempt } from './record-attempt';

const MONDAY_10AM = instant('2026-03-02T10:00:00Z');
const TUESDAY_5PM = instant('2026-03-03T17:00:00Z');
const at = (minutes: number): Instant => plus(MONDAY_10AM, minutes * MINUTE);

function fact(rung: Rung, minutes: number): AttemptFact {
  const happenedAt = at(minutes);
  return {
    id: `${rung}-${minutes}` as AttemptId,
    rung,
    happenedAt,
    recordedAt: happenedAt,
    confirmation: 'not-needed',
  };
}

describe('the contact ladder', () => {
  it.each([
    ['no-answer', 1],
    ['message-left-as-agreed', 2],
    ['someone-else-answered', 3],
    ['reached-not-safe-to-talk', 4],
    ['spoke', 5],
    ['support-declined', 6],
    ['first-session-held', 7],
  ] as const)('%s is rung %i', (outcome, rung) => {
    expect(rungOf(outcome)).toBe(rung);
  });

  it('tells four facts apart: three voicemails are attempts and no contact', () => {
    expect(factsOf([fact(2, 10), fact(2, 60), fact(2, 90)])).toEqual({ 'first-attempt': at(10) });
    expect(factsOf([fact(1, 10), fact(4, 20), fact(5, 30), fact(7, 40)])).toEqual({
      'first-attempt': at(10),
      'first-safe-reach': at(20),
      'first-conversation': at(30),
      'first-engagement': at(40),
    });
  });

  it('gives the same facts in whatever order attempts were typed in', () => {
    const anyFact = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 5_000 }));
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 8 }), (raw) => {
        const attempts = raw.map(([rung, minutes]) => fact(rung as Rung, minutes));
        expect(factsOf(attempts.toReversed())).toEqual(factsOf(attempts));
      }),
    );
  });
});

describe('recording an attempt', () => {
  const given = {
    attempt: {
      id: 'a' as AttemptId,
      routeId: 'r' as RouteId,
      outcome: 'spoke',
      happenedAt: at(30),
      identity: 'code-word',
    },
    othersMayAnswer: false,
    reportedAt: MONDAY_10AM,
    caseOpen: true,
    dueInstants: [TUESDAY_5PM],
    gate: { kind: 'may' },
    now: at(31),
  } as const;

  it('in time needs nobody else', () => {
    expect(recordAttempt(given)).toMatchObject({ kind: 'recorded', attempt: { confirmation: 'not-needed' } });
  });

  it('typed in after the deadline as having happened before it waits for a colleague', () => {
    expect(recordAttempt({ ...given, now: plus(TUESDAY_5PM, 1) })).toMatchObject({
      attempt: { confirmation: 'waiting' },
    });
    expect(recordAttempt({ ...given, now: TUESDAY_5PM })).toMatchObject({
      attempt: { confirmation: 'not-needed' },
    });
  });

  it('outside what was agreed is recorded and flagged, never refused', () => {
    const gate = { kind: 'may-not', reason: 'outside-safe-times' } as const;
    expect(recordAttempt({ ...given, gate })).toMatchObject({ kind: 'recorded', flag: 'outside-safe-times' });
  });

  it.each([
    ['in-the-future', { now: at(29) }],
    ['before-the-report', { reportedAt: at(31) }],
    ['case-closed', { caseOpen: false }],
  ] as const)('is refused: %s', (reason, change) => {
    expect(recordAttempt({ ...given, ...change })).toEqual({ kind: 'refused', reason });
  });

  it('suspends the route when someone else answered, and quarantines a dead number', () => {
    const routeAfter = (outcome: (typeof OUTCOMES)[number]) => {
      const recorded = recordAttempt({ ...given, attempt: { ...given.attempt, outcome } });
      return recorded.kind === 'recorded' ? recorded.route : recorded.reason;
    };
    expect(OUTCOMES.filter((outcome) => routeAfter(outcome) === 'suspend')).toEqual([
      'someone-else-answered',
    ]);
    expect(OUTCOMES.filter((outcome) => routeAfter(outcome) === 'quarantine')).toEqual([
      'number-not-working',
    ]);
  });
});

describe('act by', () => {
  it('is the deadline itself when no hours were named', () => {
    const open = { earliestUnmetDueAt: TUESDAY_5PM, openedAt: MONDAY_10AM, card: { windows: null } };
    expect(actBy(open)).toEqual({ at: TUESDAY_5PM, safe: true });
  });

  it('is the end of the last safe time before the deadline', () => {
    const card = { windows: windowsOf(['weekday-mornings'], 'Europe/London') };
    const decided = actBy({ earliestUnmetDueAt: TUESDAY_5PM, openedAt: MONDAY_10AM, card });
    expect(decided).toEqual({ at: instant('2026-03-03T11:59:59Z'), safe: true });
  });

  it('falls back to the deadline, marked, when no safe time is left before it', () => {
    const card = { windows: windowsOf(['weekends'], 'Europe/London') };
    expect(actBy({ earliestUnmetDueAt: TUESDAY_5PM, openedAt: MONDAY_10AM, card })).toEqual({
      at: TUESDAY_5PM,
      safe: false,
    });
  });
});
