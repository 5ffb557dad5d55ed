import type { Measure } from '../measure';

const OTHER_DOORS = 'a referral that no police report began: it is counted apart';

/** Said of counts of people: two referrals of one report count as one. */
export const COUNTED_ONCE = 'a second referral of the same report: the first one counts';

export const REACHED_AT_ALL: Measure = {
  id: 'reached-at-all',
  version: 1,
  name: 'Reached at all',
  family: 'reach',
  formula: 'The referrals whose person was reached safely, divided by all referrals of the period.',
  numerator:
    'Police referrals where the person was reached safely at least once: rung 4 of the contact ladder or higher, however long it took.',
  denominator: 'Police referrals reported in the period, each person’s report counted once.',
  exclusions: [],
  facts: ['what came of each attempt', 'whether the person who answered showed who they are'],
  neverCounted: [OTHER_DOORS, COUNTED_ONCE, 'somebody else answering: it stops the route and reaches nobody'],
  owner: 'responder-service',
  cuts: ['month', 'referral-source', 'centre'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const ATTEMPTS_TO_REACH: Measure<'not-reached'> = {
  id: 'attempts-to-reach',
  version: 1,
  name: 'Attempts until the person was reached',
  family: 'reach',
  formula: 'How many were reached at the first, second, third, fourth, or a later attempt.',
  numerator: 'Police referrals whose person was first reached safely at this attempt.',
  denominator: 'Police referrals whose person was reached safely.',
  exclusions: [{ id: 'not-reached', words: 'Not reached so far, however often it was tried' }],
  facts: ['every attempt in its order, and what came of it'],
  neverCounted: [OTHER_DOORS, 'what people sent to us: an attempt is ours'],
  owner: 'responder-service',
  cuts: ['attempt-number'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const NOT_REACHABLE_SAFELY: Measure<'reached' | 'still-tried' | 'ended-otherwise'> = {
  id: 'not-reachable-safely',
  version: 1,
  name: 'Could not be reached safely, by cause',
  family: 'reach',
  formula: 'The referrals whose person could not be reached safely, parted by cause.',
  numerator:
    'Police referrals where it was agreed to stop trying and the person was never reached, for which this cause is the first of the list that the record shows: calls would raise the risk, no safe way, a wrong number, elsewhere, asked to wait, no interpreter, no answer, no attempt.',
  denominator:
    'Police referrals of the period where two people agreed to stop trying, or the case ended with contact lost, and the person was never reached.',
  exclusions: [
    { id: 'reached', words: 'Reached safely at least once' },
    { id: 'still-tried', words: 'Still tried, or tried again since' },
    {
      id: 'ended-otherwise',
      words: 'Ended otherwise: the person’s wish, another area, a death or another reason',
    },
  ],
  facts: [
    'what came of each attempt',
    'each recorded reason to wait: no safe way, wrong details, asked to wait, no interpreter',
    'who agreed to stop trying, and when',
  ],
  neverCounted: [
    OTHER_DOORS,
    COUNTED_ONCE,
    'a person who asked not to be called: that is their choice and no failure to reach',
  ],
  owner: 'police',
  cuts: ['reason'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};
