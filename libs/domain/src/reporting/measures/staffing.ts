import type { Measure } from '../measure';
import { PROMISE_EXCLUSIONS, type PromiseExclusion } from './first-conversation';

const SAME_PACE =
  'as many staffed minutes after the report as it really did: the same pace of work, and nothing else changed';
const FACTS = [
  'when the person reported to the police, which decides the month and starts the clock',
  'the deadline as it is: other staffing moves no deadline',
  'the hours of the desk, of the calendar that each clock runs under, with its bank holidays',
  'the pattern, version 1: as it was; weekdays only; weekends and bank holidays for the hours of a weekday; these and evenings until 8pm',
] as const;
const NEVER = [
  'a change of the promise: nothing that was missed becomes kept by it',
  'how many people it would take, or whether they would work at this pace: it cannot say either',
  'who would have answered at another hour, or called back: it cannot say that',
  'what was done outside the staffed hours as sooner or later: it is left where it was, and counted beside the figure',
] as const;

export const CONVERSATION_UNDER_OTHER_STAFFING: Measure<PromiseExclusion> = {
  id: 'conversation-under-other-staffing',
  version: 1,
  name: 'First conversation in time, had the desk been staffed otherwise',
  family: 'contact',
  formula: `The referrals whose first conversation would have been in time had it come ${SAME_PACE}; divided by the referrals whose clock has been decided.`,
  numerator:
    'Police referrals whose first conversation would have come at the deadline or before it. Under the hours that really were staffed these are the referrals that were in time.',
  denominator:
    'Police referrals reported in the period whose clock has been decided: the same under every pattern. Where there was no conversation, none is made up.',
  exclusions: PROMISE_EXCLUSIONS,
  facts: [...FACTS, 'when the first conversation took place, once it counts'],
  neverCounted: NEVER,
  owner: 'responder-service',
  cuts: ['staffing-pattern'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const ATTEMPT_UNDER_OTHER_STAFFING: Measure<PromiseExclusion> = {
  id: 'attempt-under-other-staffing',
  version: 1,
  name: 'First attempt in time, had the desk been staffed otherwise',
  family: 'contact',
  formula: `The referrals whose first attempt would have been in time had it come ${SAME_PACE}; divided by the referrals that were tried or whose deadline has passed.`,
  numerator:
    'Police referrals where the first attempt would have come at the deadline or before it, whether or not anyone was reached.',
  denominator:
    'Police referrals where somebody has tried, or the deadline has passed without anybody trying: the same under every pattern.',
  exclusions: [
    { id: 'still-open', words: 'Nobody has tried yet, and the deadline has not passed' },
    { id: 'cancelled', words: 'The clock was cancelled before it was decided' },
  ],
  facts: [...FACTS, 'when the first attempt was made'],
  neverCounted: NEVER,
  owner: 'responder-service',
  cuts: ['staffing-pattern'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};
