import type { Instant } from '../../time';
import { contactReached, type ReferralFact } from './referral-fact';

/**
 * Why a person could not be reached safely, as far as the journal tells, once it was agreed to stop trying. One cause
 * for each referral, the first of this list that holds.
 */
export const NOT_REACHED_CAUSES = [
  /** Somebody else answered, or a lead weighed that calls raise the risk. */
  'unsafe-to-call',
  'no-safe-route',
  /** The number does not work, or the details went back to the police as wrong. */
  'wrong-number',
  'elsewhere',
  'asked-to-wait',
  'no-interpreter',
  'no-answer',
  /** Nobody could try at all. */
  'no-attempt',
] as const;
export type NotReachedCause = (typeof NOT_REACHED_CAUSES)[number];

/** Where reaching a person stands: reached; still tried; ended without an agreement to stop trying; or a cause. */
export type ReachStanding = 'reached' | 'still-tried' | 'ended-otherwise' | NotReachedCause;

/** Bases on which it is agreed that enough was tried, and the end of a case with which contact was lost. */
const AGREED: readonly string[] = [
  'policy-used-up',
  'calls-raise-the-risk',
  'no-safe-way-left',
  'person-is-elsewhere',
  'lost-contact',
];
/** What the person wants is no failure to reach them. */
const THEIR_CHOICE: readonly string[] = ['stop-word', 'asked-to-stop'];

/**
 * Where reaching the person stands. Trying goes on where somebody tries again after it was agreed to stop, and a wish of
 * the person not to be called is nobody's failure: it is counted apart.
 */
export function reachStandingOf(referral: ReferralFact): ReachStanding {
  const { rung } = contactReached(referral);
  if (rung >= 4) return 'reached';
  const stops = referral.stops.filter(({ standing }) => standing === 'counts');
  if (stops.some(({ reason }) => THEIR_CHOICE.includes(reason))) return 'ended-otherwise';
  const tried = referral.attempts.filter(({ confirmation }) => confirmation !== 'declined');
  const goesOnAfter = (at: Instant) => tried.some(({ happenedAt }) => happenedAt > at);
  const agreed = stops.filter(({ reason, from }) => AGREED.includes(reason) && !goesOnAfter(from));
  if (agreed.length > 0)
    return causeOf(
      referral,
      agreed.map(({ reason }) => reason),
    );
  return stops.some(({ reason }) => !AGREED.includes(reason)) ? 'ended-otherwise' : 'still-tried';
}

function causeOf(referral: ReferralFact, bases: readonly string[]): NotReachedCause {
  const outcomes = referral.attempts
    .filter(({ confirmation }) => confirmation !== 'declined')
    .map(({ outcome }) => outcome);
  const reasons = referral.exceptions
    .filter(({ standing }) => standing === 'counts')
    .map(({ reason }) => reason);
  if (bases.includes('calls-raise-the-risk') || outcomes.includes('someone-else-answered'))
    return 'unsafe-to-call';
  if (bases.includes('no-safe-way-left') || reasons.includes('no-safe-route')) return 'no-safe-route';
  if (outcomes.includes('number-not-working') || reasons.includes('wrong-details-with-police'))
    return 'wrong-number';
  if (bases.includes('person-is-elsewhere')) return 'elsewhere';
  if (reasons.includes('asked-to-wait')) return 'asked-to-wait';
  if (reasons.includes('no-interpreter')) return 'no-interpreter';
  return outcomes.length > 0 ? 'no-answer' : 'no-attempt';
}
