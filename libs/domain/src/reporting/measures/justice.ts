import type { Measure } from '../measure';

const NO_SCORE =
  'an ending as anybody’s success or failure: a person may leave an investigation and be well supported, and a verdict says nothing of support';

export const JUSTICE_FUNNEL: Measure = {
  id: 'justice-funnel',
  version: 1,
  name: 'How far investigations have come',
  family: 'justice',
  formula: 'Investigations of the people supported, by how far they have come so far.',
  numerator:
    'Investigations that stand at this milestone now: recorded, charged, ended without a charge, or ended at court.',
  denominator: 'Investigations that were opened or recorded in the period.',
  exclusions: [],
  facts: ['each milestone of an investigation that stands, and its day'],
  neverCounted: [
    NO_SCORE,
    'what was not reported to the police: there is no investigation',
    'a milestone that was put in by mistake and taken back',
  ],
  owner: 'police',
  cuts: ['milestone'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const JUSTICE_WAITS: Measure<'not-there-yet'> = {
  id: 'justice-waits',
  version: 1,
  name: 'How long justice takes',
  family: 'justice',
  formula:
    'The days from one milestone of an investigation to the next: the median, and the time within which nine of ten came to it.',
  numerator: 'The days of each investigation that has come to the later milestone, in order of length.',
  denominator: 'Investigations that have come to the later milestone.',
  exclusions: [
    {
      id: 'not-there-yet',
      words: 'Not there yet: counted beside it, so that those who still wait are not forgotten',
    },
  ],
  facts: ['the day of each milestone'],
  neverCounted: [NO_SCORE],
  owner: 'police',
  cuts: ['milestone'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const STAYED_IN_JUSTICE: Measure<'still-open'> = {
  id: 'stayed-in-justice',
  version: 2,
  name: 'Went on with justice, with and without support',
  family: 'justice',
  formula:
    'Of the investigations that ended: the share whose person had not asked to stop before, for people with and without an adviser.',
  numerator: 'Investigations that ended and whose person had not said that they did not want to go on.',
  denominator:
    'Investigations of the people referred that were opened or recorded in the period and have ended.',
  exclusions: [{ id: 'still-open', words: 'Not ended, or somebody is charged and no court has decided' }],
  facts: [
    'that each investigation ended, and when',
    'what the person last said of going on, before it ended',
    'whether a first session with an adviser was held before it ended',
  ],
  neverCounted: [
    NO_SCORE,
    'the difference as an effect of support: people who take support differ from those who do not',
    'investigations of people who were never referred: only the police hold them',
    'somebody who said nothing as one who asked to stop',
  ],
  owner: 'commissioner',
  cuts: ['adviser'],
  inForceFrom: '2026-11-24',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const CODE_DELIVERED: Measure<'not-due'> = {
  id: 'code-delivered',
  version: 1,
  name: 'Entitlements under the Victims’ Code',
  family: 'justice',
  formula: 'Entitlements that a quarter opened, by what became of them.',
  numerator:
    'Entitlements that were delivered, delivered late, missed, not known, declined by the person, or are still open.',
  denominator: 'Entitlements that were opened in the quarter.',
  exclusions: [{ id: 'not-due', words: 'Never opened, because nothing that gives them has happened' }],
  facts: ['what happened in each investigation', 'what was delivered, and on what evidence'],
  neverCounted: [
    'the silence of another body as a miss: nobody has said what it did',
    'what a person declined as met or as missed',
  ],
  owner: 'commissioner',
  cuts: ['entitlement'],
  inForceFrom: '2026-11-22',
  standing: { kind: 'counted', on: ['victims-code'] },
};
