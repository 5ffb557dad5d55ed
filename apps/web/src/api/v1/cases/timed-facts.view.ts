import { isoOf, type Fact, type Facts } from '#libs/domain';
import { InstantProperty } from '../openapi/properties';

/** The four timed facts of the contact ladder: attempted and contacted are never one figure. */
export class TimedFactsView {
  @InstantProperty('The first attempt of any kind; null when there was none.', { nullable: true })
  firstAttemptAt: string | null;

  @InstantProperty('The first time the person was reached; null until then.', { nullable: true })
  firstSafeReachAt: string | null;

  @InstantProperty('The first conversation, which stops the clock; null until then.', { nullable: true })
  firstConversationAt: string | null;

  @InstantProperty('The first session of a service; null until then.', { nullable: true })
  firstEngagementAt: string | null;
}

export function timedFactsView(facts: Facts): TimedFactsView {
  const at = (fact: Fact): string | null => {
    const moment = facts[fact];
    return moment === undefined ? null : isoOf(moment);
  };
  return {
    firstAttemptAt: at('first-attempt'),
    firstSafeReachAt: at('first-safe-reach'),
    firstConversationAt: at('first-conversation'),
    firstEngagementAt: at('first-engagement'),
  };
}
