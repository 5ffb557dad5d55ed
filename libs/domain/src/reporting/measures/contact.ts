import type { Measure } from '../measure';
import { PROMISE_EXCLUSIONS, type PromiseExclusion } from './first-conversation';

const START = 'when the person reported to the police, which decides the month and starts the clock';
const LIMB = 'the deadline worked out from it, under the policy and calendar in force at that moment';
const OTHER_DOORS = 'a referral that no police report began: it has a clock of its own';

export const FIRST_ATTEMPT_IN_TIME: Measure<PromiseExclusion> = {
  id: 'first-attempt-in-time',
  version: 1,
  name: 'First attempt within the promised time',
  family: 'contact',
  formula:
    'The referrals whose first attempt was in time, divided by the referrals whose clock has been decided.',
  numerator:
    'Police referrals where somebody first tried to reach the person at the deadline or before it, whether or not anyone was reached.',
  denominator:
    'Police referrals where somebody has tried, or the deadline has passed without anybody trying. Referrals that were tried and are still open are in it, so it may be larger than that of the first conversation.',
  exclusions: [
    { id: 'still-open', words: 'Nobody has tried yet, and the deadline has not passed' },
    { id: 'cancelled', words: 'The clock was cancelled before it was decided' },
  ],
  facts: [START, LIMB, 'when the first attempt was made, and when it was recorded'],
  neverCounted: [
    OTHER_DOORS,
    'an attempt as contact: the promise is kept by a conversation alone',
    'a look at the record, or a message between members of staff',
  ],
  owner: 'responder-service',
  cuts: ['month'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const TIME_TO_CONVERSATION: Measure<'no-conversation'> = {
  id: 'time-to-first-conversation',
  version: 1,
  name: 'Time from report to first conversation',
  family: 'contact',
  formula:
    'The elapsed time from the report to the first conversation: the median, and the time within which nine of ten had theirs. Nights, weekends and bank holidays all count.',
  numerator: 'The elapsed time of each police referral with a first conversation, in order of length.',
  denominator: 'Police referrals reported in the period that have had a first conversation.',
  exclusions: [
    { id: 'no-conversation', words: 'No conversation yet: it has no length, however long it waits' },
  ],
  facts: [START, 'when the first conversation took place'],
  neverCounted: [OTHER_DOORS, 'an average, which a few very long waits would move'],
  owner: 'responder-service',
  cuts: ['month'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const MISSES_BY_REASON: Measure<'in-time' | PromiseExclusion> = {
  id: 'misses-by-reason',
  version: 1,
  name: 'Why the promised time was missed',
  family: 'contact',
  formula: 'The referrals that were decided and not in time, parted by the reason that the record gives.',
  numerator:
    'Police referrals that were decided and not in time for which this reason is the first of the list that fits.',
  denominator: 'Police referrals that were decided and not in time.',
  exclusions: [{ id: 'in-time', words: 'In time: there is no miss to explain' }, ...PROMISE_EXCLUSIONS],
  facts: [
    START,
    LIMB,
    'the exceptions that were recorded, each with a code and a time',
    'what came of each attempt',
    'when the police handed the referral over',
  ],
  neverCounted: [
    OTHER_DOORS,
    'a reason as an excuse: every miss stays a miss, whatever its reason',
    'words that somebody wrote: reasons are codes alone',
  ],
  owner: 'responder-service',
  cuts: ['reason', 'day-of-week'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const RESTS_ON_CONFIRMATION: Measure<'missed' | PromiseExclusion> = {
  id: 'passes-that-rest-on-confirmation',
  version: 1,
  name: 'Passes that rest on a late entry or a corrected start',
  family: 'contact',
  formula:
    'The referrals in time that count only because a second person confirmed something, divided by all referrals in time.',
  numerator:
    'Police referrals in time whose conversation was entered after the deadline, or whose start was corrected, and a second person confirmed it.',
  denominator: 'Police referrals in time.',
  exclusions: [{ id: 'missed', words: 'Decided and not in time' }, ...PROMISE_EXCLUSIONS],
  facts: [START, LIMB, 'whether a second person confirmed a late entry or a corrected start'],
  neverCounted: [OTHER_DOORS, 'a late entry that still waits for a second person: until then it is a miss'],
  owner: 'responder-service',
  cuts: ['month'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const HANDOVER_LAG: Measure<'not-recorded'> = {
  id: 'handover-lag',
  version: 1,
  name: 'Time from report to handover by the police',
  family: 'handover',
  formula:
    'The elapsed time from the report to the police until the police handed the referral to this service: the median, and the time within which nine of ten were handed over.',
  numerator: 'The elapsed time of each police referral, in order of length.',
  denominator: 'Police referrals reported in the period.',
  exclusions: [{ id: 'not-recorded', words: 'One of the two times is not recorded' }],
  facts: ['when the person reported to the police', 'when the referral reached this service'],
  neverCounted: [OTHER_DOORS, 'what this service did afterwards: that is the time to the first conversation'],
  owner: 'police',
  cuts: ['month', 'day-of-week'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};
