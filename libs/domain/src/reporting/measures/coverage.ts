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

export const COMPLETENESS: Measure<'not-applicable'> = {
  id: 'completeness',
  version: 1,
  name: 'How much is known',
  family: 'data-quality',
  formula:
    'For each question: the share of records with an answer. “Did not want to say” stands apart from “not asked”.',
  numerator: 'Records with an answer to the question.',
  denominator: 'Records of the period to which the question applies.',
  exclusions: [{ id: 'not-applicable', words: 'The question does not apply to the record' }],
  facts: ['that a question was answered, was declined, or was not asked; never the answer'],
  neverCounted: ['a person who did not want to say as missing: it is an answer of its own'],
  owner: 'responder-service',
  cuts: ['field'],
  inForceFrom: '2026-11-23',
  standing: {
    kind: 'not-yet-counted',
    needs: 'which questions of each record are answered, among the facts that figures are counted from',
  },
};
