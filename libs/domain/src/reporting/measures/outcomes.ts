import type { Measure } from '../measure';

export const OUTCOME_CHANGE: Measure<'one-score' | 'declined' | 'not-asked'> = {
  id: 'outcome-change',
  version: 1,
  name: 'What changed for people, as they say it',
  family: 'outcomes',
  formula:
    'Of people with two scores at least six weeks apart: how many score higher, the same and lower at the later one; always with how many were measured, of how many could have been.',
  numerator: 'People whose later score is higher than their first one.',
  denominator: 'People with two scores of the same question at least six weeks apart.',
  exclusions: [
    { id: 'one-score', words: 'One score only, or two within six weeks' },
    { id: 'declined', words: 'The person did not want to be asked' },
    { id: 'not-asked', words: 'Nobody asked' },
  ],
  facts: ['each score with its question, its scale and its day', 'that somebody declined, or was not asked'],
  neverCounted: [
    'a score that somebody else gave for the person',
    'a missing score as a low one or as a good one',
    'a change as caused by the support: other things happen in six weeks',
  ],
  owner: 'providers',
  cuts: [],
  inForceFrom: '2026-11-23',
  standing: {
    kind: 'not-yet-counted',
    needs: 'the scores of each person, without the person, among the facts that figures are counted from',
  },
};

export const COMPLAINTS_IN_TIME: Measure<'open'> = {
  id: 'complaints-answered-in-time',
  version: 1,
  name: 'Complaints answered in time',
  family: 'outcomes',
  formula: 'Complaints that were answered within the limit, divided by the complaints that were decided.',
  numerator: 'Complaints of the quarter whose reply was given at its limit or before it.',
  denominator: 'Complaints of the quarter that were answered, or whose limit has passed.',
  exclusions: [{ id: 'open', words: 'Not answered, and the limit has not passed' }],
  facts: ['when each complaint was made', 'when it was answered'],
  neverCounted: ['feedback that is no complaint'],
  owner: 'responder-service',
  cuts: [],
  inForceFrom: '2026-11-23',
  standing: { kind: 'not-yet-counted', needs: 'complaints among the facts that figures are counted from' },
};
