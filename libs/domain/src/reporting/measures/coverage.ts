import type { Measure } from '../measure';

export const REFERRAL_COVERAGE: Measure<'other-definition' | 'other-door'> = {
  id: 'referral-coverage',
  version: 1,
  name: 'Referrals beside recorded offences',
  family: 'coverage',
  formula:
    'Reports that the police referred, divided by the offences that were recorded in the same months, times 100.',
  numerator: 'Different reports to the police that were referred, by the district that the report names.',
  denominator: 'Sexual offences that the police recorded in the same months and district.',
  exclusions: [
    { id: 'other-definition', words: 'Offences that were counted by another definition: never divided' },
    { id: 'other-door', words: 'Referrals that no police report began' },
  ],
  facts: [
    'each report that was referred, once',
    'recorded offences as the police published them, with their source',
  ],
  neverCounted: [
    'a share of the people who were harmed: most never report',
    'counts of different definitions together',
  ],
  owner: 'police',
  cuts: ['district-in-twelve-months'],
  inForceFrom: '2026-11-22',
  standing: { kind: 'counted', on: ['coverage'] },
};

export const COMPLETENESS: Measure = {
  id: 'completeness',
  version: 1,
  name: 'How much is known',
  family: 'data-quality',
  formula:
    'For each of the codes that figures are told apart by: the share of referrals in which it is recorded.',
  numerator: 'Police referrals of the period in which the code is recorded.',
  denominator: 'Police referrals reported in the period, each person’s report counted once.',
  exclusions: [],
  facts: ['that a code was recorded; never whose'],
  neverCounted: [
    'what a person would not say about themselves: those questions are counted for the whole area alone, and are not in this figure',
    'an answer that was put in as a guess: only codes of the referral count',
  ],
  owner: 'responder-service',
  cuts: ['field'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};
