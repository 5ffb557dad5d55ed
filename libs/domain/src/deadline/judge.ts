import { knownAt, shows, type AttemptFact, type Fact } from '../contact';
import type { Instant } from '../time';

export type Judgement =
  /** The fact happened by the due instant, and nobody needs to take anyone's word for it. */
  | { readonly kind: 'met'; readonly by: AttemptFact; readonly basis: 'on-time' | 'late-entry-confirmed' }
  /** Typed in after the deadline as having happened before it: a miss until a second person confirms (P4). */
  | { readonly kind: 'claimed'; readonly by: AttemptFact }
  | { readonly kind: 'done-late'; readonly by: AttemptFact }
  | { readonly kind: 'not-done' };

/**
 * Whether attempts meet a limb: in time means `happenedAt` ≤ due. The order in which attempts were recorded
 * changes nothing, and a later failed attempt never takes a met limb away.
 */
export function judge({
  dueAt,
  fact,
  attempts,
}: {
  dueAt: Instant;
  fact: Fact;
  attempts: readonly AttemptFact[];
}): Judgement {
  const showing = attempts
    .filter((attempt) => shows(attempt.rung, fact) && attempt.confirmation !== 'declined')
    .toSorted((a, b) => a.happenedAt - b.happenedAt || a.recordedAt - b.recordedAt);
  const inTime = showing.filter((attempt) => attempt.happenedAt <= dueAt);
  const onTime = inTime.find((attempt) => knownAt(attempt, fact) <= dueAt);
  if (onTime) return { kind: 'met', by: onTime, basis: 'on-time' };
  const confirmed = inTime.find((attempt) => attempt.confirmation === 'confirmed');
  if (confirmed) return { kind: 'met', by: confirmed, basis: 'late-entry-confirmed' };
  const claimed = inTime[0];
  if (claimed) return { kind: 'claimed', by: claimed };
  const late = showing[0];
  return late ? { kind: 'done-late', by: late } : { kind: 'not-done' };
}
