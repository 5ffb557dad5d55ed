import type { AttemptId } from '../ids';
import type { Instant } from '../time';
import { FACTS, shows, type Fact, type Rung } from './ladder';

/** Whether an act typed in late may count: nobody had to ask, a colleague must look, or has looked. */
export type Confirmation = 'not-needed' | 'waiting' | 'confirmed' | 'declined';

/** One recorded attempt, as far as rules need it. */
export interface AttemptFact {
  readonly id: AttemptId;
  readonly rung: Rung;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly confirmation: Confirmation;
  /** When it was noted how the person was known; a conversation is on record from then on and not before. */
  readonly identityAt?: Instant | null;
}

/** From when a fact of an attempt was on record: what is told after a deadline was not known by it (P4). */
export function knownAt({ recordedAt, identityAt }: AttemptFact, fact: Fact): Instant {
  if (shows(WITHOUT_IDENTITY, fact)) return recordedAt;
  return Math.max(recordedAt, identityAt ?? recordedAt) as Instant;
}

/** The highest rung that can be reached without knowing who answered. */
const WITHOUT_IDENTITY = 4;

export type Facts = Readonly<Partial<Record<Fact, Instant>>>;

/** The earliest moment each fact was true. The order in which attempts were typed in changes nothing. */
export function factsOf(attempts: readonly AttemptFact[]): Facts {
  const entries = FACTS.flatMap((fact) => {
    const times = attempts
      .filter((attempt) => shows(attempt.rung, fact) && attempt.confirmation !== 'declined')
      .map((attempt) => attempt.happenedAt);
    return times.length === 0 ? [] : [[fact, Math.min(...times) as Instant] as const];
  });
  return Object.fromEntries(entries);
}
