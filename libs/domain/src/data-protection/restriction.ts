import type { Actor } from '../access/actor';

/**
 * Whether this actor may read somebody whose data are restricted: the data-protection officer and the duty lead alone
 * (UK GDPR article 18). Timers go on, so that no clock stops. Row-level security says the same.
 */
export function mayReadRestricted(actor: Actor): boolean {
  return actor.kind === 'service' || actor.role === 'data-protection-officer' || actor.role === 'duty-lead';
}
