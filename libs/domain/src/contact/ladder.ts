/**
 * The eight rungs of contact (practice §1.4). A rung says how far an attempt got; an outcome is what the worker
 * ticks. "Attempted" and "contacted" are different facts and never share a name.
 */
export const OUTCOMES = [
  'no-answer',
  'engaged-tone',
  'number-not-working',
  'message-left-as-agreed',
  'someone-else-answered',
  'reached-not-safe-to-talk',
  'cut-off',
  'asked-to-call-later',
  'spoke',
  'support-accepted',
  'support-declined',
  'support-thinking',
  'first-session-held',
] as const;

export type Outcome = (typeof OUTCOMES)[number];
export type Rung = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const RUNG_OF: Readonly<Record<Outcome, Rung>> = {
  'no-answer': 1,
  'engaged-tone': 1,
  'number-not-working': 1,
  'message-left-as-agreed': 2,
  'someone-else-answered': 3,
  'reached-not-safe-to-talk': 4,
  'cut-off': 4,
  'asked-to-call-later': 4,
  spoke: 5,
  'support-accepted': 6,
  'support-declined': 6,
  'support-thinking': 6,
  'first-session-held': 7,
};

export function rungOf(outcome: Outcome): Rung {
  return RUNG_OF[outcome];
}

/** Whether the outcome says that somebody was spoken with. Who it was is another question: see `rungGiven`. */
export function isConversation(outcome: Outcome): boolean {
  return RUNG_OF[outcome] >= LOWEST_CONVERSATION;
}

/**
 * The rung an outcome counts as. A conversation with somebody who did not show who they are may have been with
 * anyone: it counts as reached (4), never as spoken with, until they are known (practice §1.4, decision 0012).
 */
export function rungGiven(outcome: Outcome, identity: string | null): Rung {
  return isConversation(outcome) && identity === null ? REACHED : RUNG_OF[outcome];
}

const REACHED: Rung = 4;
const LOWEST_CONVERSATION: Rung = 5;

/** The four timed facts, each with the lowest rung that shows it. */
export const FACTS = ['first-attempt', 'first-safe-reach', 'first-conversation', 'first-engagement'] as const;
export type Fact = (typeof FACTS)[number];

const LOWEST_RUNG: Readonly<Record<Fact, Rung>> = {
  'first-attempt': 1,
  'first-safe-reach': 4,
  'first-conversation': 5,
  'first-engagement': 7,
};

export function shows(rung: Rung, fact: Fact): boolean {
  return rung >= LOWEST_RUNG[fact];
}
