import type { ContactState } from '../contact';
import { callable, type Route } from '../safe-contact';

/** The only things that ever come back to whoever referred (practice §5, P7). */
export const FEEDBACKS = [
  'received',
  'not-yet',
  'reached',
  'could-not-reach-safely',
  'need-a-new-number',
] as const;
export type Feedback = (typeof FEEDBACKS)[number];

/** What the referrer may know, from where first contact stands. Nothing of what was said, offered or declined. */
export function feedbackOf({
  state,
  attempts,
  everReached,
  routes,
}: {
  state: ContactState;
  attempts: number;
  everReached: boolean;
  routes: readonly Pick<Route, 'state' | 'permissions'>[];
}): Feedback {
  if (everReached) return 'reached';
  // Whoever said that no contact is wanted is not asked for another number.
  if (!routes.some(callable) && state !== 'not-wanted') return 'need-a-new-number';
  if (state === 'unsafe' || state === 'exhausted') return 'could-not-reach-safely';
  return attempts === 0 ? 'received' : 'not-yet';
}
