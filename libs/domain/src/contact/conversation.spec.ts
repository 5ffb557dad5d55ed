import { windowsOf } from '../safe-contact';
import { instant, MINUTE, plus } from '../time';
import type { AttemptId } from '../ids';
import { factsOf, knownAt, type AttemptFact } from './attempt';
import { callBackEnd, planCallBack } from './call-back';
import { contactEventOf, stateWithout } from './contact-machine';
import { elementsNow, elementsToDo } from './conversation';
import { mayProposeExhausted } from './exhausted';
import { isConversation, OUTCOMES, rungGiven, rungOf } from './ladder';

const NOON = instant('2026-03-02T12:00:00Z');
const GIVEN = {
  'emotional-support': 'given',
  'justice-information': 'later',
  'support-offer': 'declined',
} as const;

describe('a conversation', () => {
  it('counts as reached, and no further, while nobody knows who it was with', () => {
    for (const outcome of OUTCOMES) {
      const known = rungGiven(outcome, 'code-word');
      expect(known).toBe(rungOf(outcome));
      expect(rungGiven(outcome, null)).toBe(isConversation(outcome) ? 4 : known);
    }
  });

  it('moves no state on the word of somebody who may be anyone', () => {
    expect(contactEventOf('support-declined', 4)).toBe('try');
    expect(contactEventOf('support-declined', 6)).toBe('decline-everything');
    expect(contactEventOf('spoke', 4)).toBe('try');
    expect(contactEventOf('spoke', 5)).toBe('speak');
  });

  it('is on record from when it was said who it was with; the reaching is from when it was typed in', () => {
    const attempt: AttemptFact = {
      id: 'a' as AttemptId,
      rung: 5,
      happenedAt: NOON,
      recordedAt: NOON,
      confirmation: 'not-needed',
      identityAt: plus(NOON, 60 * MINUTE),
    };
    expect(knownAt(attempt, 'first-safe-reach')).toBe(NOON);
    expect(knownAt(attempt, 'first-conversation')).toBe(plus(NOON, 60 * MINUTE));
    expect(factsOf([attempt])['first-conversation']).toBe(NOON);
  });

  it('leaves to do what was put off and what nobody has spoken of', () => {
    expect(elementsToDo(elementsNow([]))).toHaveLength(3);
    expect(elementsToDo(elementsNow([{ elements: GIVEN, happenedAt: NOON }]))).toEqual([
      'justice-information',
    ]);
    const after = {
      elements: { ...GIVEN, 'justice-information': 'given' },
      happenedAt: plus(NOON, 1),
    } as const;
    expect(elementsToDo(elementsNow([after, { elements: GIVEN, happenedAt: NOON }]))).toEqual([]);
  });

  it('that was not confirmed leaves first contact where the others leave it', () => {
    expect(stateWithout('reached', [])).toBe('attempting');
    expect(stateWithout('not-wanted', [{ outcome: 'spoke', rung: 5 }])).toBe('reached');
    expect(stateWithout('reached', [{ outcome: 'support-declined', rung: 6 }])).toBe('not-wanted');
    expect(stateWithout('unsafe', [])).toBe('unsafe');
  });
});

describe('a promised call', () => {
  const card = { windows: windowsOf(['weekday-mornings'], 'Europe/London') };

  it.each([
    ['a quarter of an hour before', -15, 'kept'],
    ['earlier than that', -16, null],
    ['half an hour after', 30, 'kept'],
    ['later than that', 31, 'late'],
  ])('made %s is %s minutes off', (_words, minutes, ended) => {
    expect(callBackEnd({ at: NOON, triedAt: plus(NOON, minutes * MINUTE) })).toBe(ended);
  });

  it('may lie outside the safe times or after a deadline, and says so', () => {
    const at = plus(NOON, 60 * MINUTE);
    const now = plus(NOON, -60 * MINUTE);
    expect(planCallBack({ at, card, unmetDueInstants: [NOON], now })).toEqual({
      kind: 'planned',
      at,
      flags: ['outside-safe-times', 'after-a-deadline'],
    });
    expect(planCallBack({ at: now, card, unmetDueInstants: [], now })).toMatchObject({ reason: 'not-ahead' });
  });
});

describe('that enough was tried', () => {
  const asked = {
    state: 'attempting',
    next: 'policy-used-up',
    basis: 'policy-used-up',
    role: 'first-responder',
    waiting: false,
  } as const;

  it('may be put to a lead when the policy is used up', () => {
    expect(mayProposeExhausted(asked)).toEqual({ kind: 'may' });
  });

  it.each([
    ['attempts-left', { next: 'try-again' }],
    ['only-a-lead', { basis: 'calls-raise-the-risk' }],
    ['not-being-tried', { state: 'reached' }],
    ['not-being-tried', { state: 'exhausted' }],
    ['already-asked', { waiting: true }],
  ] as const)('is refused: %s', (reason, change) => {
    expect(mayProposeExhausted({ ...asked, ...change })).toEqual({ kind: 'refused', reason });
  });

  it('may be put forward by a lead for a reason of the list while attempts are left', () => {
    const lead = { ...asked, next: 'try-again', basis: 'calls-raise-the-risk', role: 'duty-lead' } as const;
    expect(mayProposeExhausted(lead)).toEqual({ kind: 'may' });
  });
});
