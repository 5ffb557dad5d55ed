import type { Measure } from '../measure';
import { COUNTED_ONCE } from './reach';

const FIRST_SESSION =
  'Police referrals whose person came to a first session of support: rung 7 of the contact ladder.';
const NEVER = [
  'somebody who said yes and has not come yet: saying yes is not a first session',
  'a choice as a failure: a person who declines has decided, and is counted as having declined',
  COUNTED_ONCE,
  'an equality group of a district, of a month or beside another group: groups are told for the whole area and a whole year alone',
] as const;

/** Two measures of one numerator: a share says which of the two it is. */
export const ENGAGED_OF_REACHED: Measure<'not-reached'> = {
  id: 'engaged-of-reached',
  version: 1,
  name: 'Engaged, of those who were reached',
  family: 'engagement',
  formula:
    'The referrals with a first session of support, divided by the referrals that were reached safely.',
  numerator: FIRST_SESSION,
  denominator: 'Police referrals where the person was reached safely at least once.',
  exclusions: [{ id: 'not-reached', words: 'Not reached so far' }],
  facts: ['what came of each attempt', 'when the first session of support was held'],
  neverCounted: NEVER,
  owner: 'responder-service',
  cuts: ['month', 'referral-source', 'equality-group-in-twelve-months'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures', 'reach'] },
};

export const ENGAGED_OF_REFERRED: Measure = {
  id: 'engaged-of-referred',
  version: 1,
  name: 'Engaged, of all who were referred',
  family: 'engagement',
  formula: 'The referrals with a first session of support, divided by all referrals of the period.',
  numerator: FIRST_SESSION,
  denominator: 'Police referrals reported in the period, each person’s report counted once.',
  exclusions: [],
  facts: ['when the person was referred', 'when the first session of support was held'],
  neverCounted: NEVER,
  owner: 'responder-service',
  cuts: ['month', 'referral-source', 'equality-group-in-twelve-months'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures', 'reach'] },
};
