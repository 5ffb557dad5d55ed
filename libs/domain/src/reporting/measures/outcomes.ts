import type { Measure } from '../measure';

export const OUTCOME_CHANGE: Measure<'one-score' | 'declined' | 'not-asked' | 'not-recorded'> = {
  id: 'outcome-change',
  version: 2,
  name: 'What changed for people, as they say it',
  family: 'outcomes',
  formula:
    'Of people with two scores of the same question on the same scale, at least six weeks apart: how many score higher, the same and lower at the latest one than at the first; always with how many were measured, of how many could have been.',
  numerator: 'People whose latest score stands to their first one as the row says.',
  denominator:
    'People who were first asked in the period, and have two scores of the question on the same scale at least six weeks apart.',
  exclusions: [
    { id: 'one-score', words: 'One score only, two within six weeks, or two on different scales' },
    { id: 'declined', words: 'The person did not want to be asked' },
    { id: 'not-asked', words: 'Nobody asked, or nobody knows' },
    { id: 'not-recorded', words: 'Recorded before the answers were kept for figures' },
  ],
  facts: [
    'each score with its question, its scale and its day',
    'that somebody declined, or was not asked',
    'what was put right later, which counts as it was put right',
  ],
  neverCounted: [
    'a score that somebody else gave for the person',
    'a missing score as a low one or as a good one',
    'a change as caused by the support: other things happen in six weeks',
    'somebody who came back as the same person again: each time of support counts for itself',
  ],
  owner: 'providers',
  cuts: ['outcome'],
  inForceFrom: '2026-11-24',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const COMPLAINTS_IN_TIME: Measure<'open' | 'withdrawn'> = {
  id: 'complaints-answered-in-time',
  version: 2,
  name: 'Complaints answered in time',
  family: 'outcomes',
  formula: 'Complaints that were answered within the limit, divided by the complaints that were decided.',
  numerator: 'Complaints of the period whose first reply was given at its limit or before it.',
  denominator: 'Complaints of the period that were answered, or whose limit has passed.',
  exclusions: [
    { id: 'open', words: 'Not answered, and the limit has not passed' },
    { id: 'withdrawn', words: 'Taken back before a reply' },
  ],
  facts: [
    'when each complaint was made, and its limit',
    'when it was first answered',
    'that it was taken back',
  ],
  neverCounted: [
    'feedback that is no complaint',
    'a second reply, after somebody said that the first one was not enough',
    'complaints as they stand, on a page of those who may be complained of: they are told in the quarterly report alone',
  ],
  owner: 'responder-service',
  cuts: [],
  inForceFrom: '2026-11-24',
  standing: { kind: 'counted', on: ['quarters'] },
};
