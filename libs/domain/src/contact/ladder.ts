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
  spoke: 5,
  'support-accepted': 6,
  'support-declined': 6,
  'support-thinking': 6,
  'first-session-held': 7,
};

export function rungOf(outcome: Outcome): Rung {
  return RUNG_OF[outcome];
}

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
