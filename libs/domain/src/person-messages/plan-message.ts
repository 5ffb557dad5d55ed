import { HOUR, type Instant } from '../time';

export type MessagePlanRefusal = 'not-ahead' | 'too-far-ahead';

/** A message about a time that is further off would be forgotten, or wrong, by then. */
const FURTHEST = 30 * 24 * HOUR;

/** Whether a message about this instant may be queued at all; whether it may leave is `mayContact`'s to say. */
export function planMessage({
  aboutAt,
  now,
}: {
  aboutAt: Instant;
  now: Instant;
}): { readonly kind: 'planned' } | { readonly kind: 'refused'; readonly reason: MessagePlanRefusal } {
  if (aboutAt <= now) return { kind: 'refused', reason: 'not-ahead' };
  if (aboutAt - now > FURTHEST) return { kind: 'refused', reason: 'too-far-ahead' };
  return { kind: 'planned' };
}
