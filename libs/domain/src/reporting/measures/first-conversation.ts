import type { Measure } from '../measure';

export type PromiseExclusion = 'still-open' | 'cancelled';

/** What stands beside every share of the promise; no such referral is lost from the count. */
export const PROMISE_EXCLUSIONS = [
  { id: 'still-open', words: 'No conversation yet, and the deadline has not passed' },
  {
    id: 'cancelled',
    words:
      'The clock was cancelled before it was decided, because another body had taken the person on. A clock that had run out by then is a miss',
  },
] as const;

/** The contact promise, one limb and one month at a time. The limb supplies the time limit. */
export const FIRST_CONVERSATION_IN_TIME: Measure<PromiseExclusion> = {
  id: 'first-conversation-in-time',
  version: 2,
  name: 'First conversation within the promised time',
  family: 'contact',
  formula:
    'The referrals whose first conversation was in time, divided by the referrals whose clock has been decided.',
  numerator:
    'Police referrals reported in the period where the first conversation took place at the deadline or before it. A conversation entered after the deadline counts only once a second person has confirmed it.',
  denominator:
    'Police referrals reported in the period whose clock has been decided: the first conversation has taken place, or the deadline has passed.',
  exclusions: PROMISE_EXCLUSIONS,
  facts: [
    'when the person reported to the police, which decides the month and starts the clock',
    'the deadline worked out from it, under the policy and calendar in force at that moment',
    'when the first conversation took place, and when it was recorded',
    'whether a second person confirmed a late entry or a corrected start',
    'whether the clock was cancelled, and why',
  ],
  neverCounted: [
    'a referral that no police report began: it has a clock of its own',
    'an attempt without a conversation',
    'a voicemail or a text message',
    'a time the person asked us to wait: it is shown beside the figure, never inside it',
  ],
  owner: 'responder-service',
  cuts: [
    'month',
    'district-in-twelve-months',
    'centre',
    'offence-group',
    'referral-source',
    'day-of-week',
    'day-and-hour-in-twelve-months',
  ],
  inForceFrom: '2026-11-22',
  standing: { kind: 'counted', on: ['county-promise', 'live-figures'] },
};
