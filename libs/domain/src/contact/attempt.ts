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
}

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
