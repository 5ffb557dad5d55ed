import type { Measure } from '../measure';

export const WAITING_NOW: Measure<'list-closed'> = {
  id: 'waiting-now',
  version: 1,
  name: 'Waiting for a first session',
  family: 'support',
  formula:
    'How many people wait for a first session on the first of the month, and for how long: the median, the time within which nine of ten have waited, and the longest.',
  numerator:
    'The time each has waited since support of this kind was first asked for, whichever service was asked.',
  denominator: 'Requests for support that wait or have a worker, and have had no first session yet.',
  exclusions: [
    { id: 'list-closed', words: 'A list that is closed takes nobody: it is shown as closed, not as empty' },
  ],
  facts: [
    'when support was first asked for',
    'when the service took the person on',
    'when the first session was held',
  ],
  neverCounted: [
    'a request that is passed to another service as a new one: its wait goes on',
    'a person who asked to begin later: their wait is shown and is nobody’s failing',
  ],
  owner: 'providers',
  cuts: ['service'],
  inForceFrom: '2026-11-20',
  standing: { kind: 'counted', on: ['waiting-lists'] },
};

export const WAIT_TO_FIRST_SESSION: Measure<'no-session-yet' | 'declined' | 'ended-before-it-began'> = {
  id: 'wait-to-first-session',
  version: 1,
  name: 'Wait from asking to the first session',
  family: 'support',
  formula:
    'The days from the request for support until the first session, of those who have had it: the median, and the time within which nine of ten had theirs.',
  numerator: 'The whole days of each request that has had its first session, in order of length.',
  denominator: 'Requests for support that were sent in the period and have had their first session.',
  exclusions: [
    { id: 'no-session-yet', words: 'Still waiting: shown beside it, so that a slow list cannot look quick' },
    { id: 'declined', words: 'The service could not take the person on' },
    { id: 'ended-before-it-began', words: 'Ended before a first session, for whatever reason' },
  ],
  facts: ['when the request was sent', 'when the first session was held'],
  neverCounted: ['a first call or a first letter of the service'],
  owner: 'providers',
  cuts: ['service'],
  inForceFrom: '2026-11-23',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const CASELOAD_PER_POST: Measure<'waits'> = {
  id: 'caseload-per-post',
  version: 2,
  name: 'Live cases for each full-time adviser',
  family: 'support',
  formula:
    'People with an adviser of a service at the end of the month, divided by the full-time posts that the service last stated by then.',
  numerator: 'People whom an adviser of the service supports or is about to support.',
  denominator: 'Full-time posts of advisers: the newest statement of the service by the end of the month.',
  exclusions: [{ id: 'waits', words: 'On the list of the service, without an adviser' }],
  facts: [
    'when a service took somebody on, named an adviser, and when support ended',
    'full-time posts in the directory, as each service stated them and when',
  ],
  neverCounted: [
    'cases of one named adviser: only whole services are counted',
    'how heavy a case is: nobody has agreed weights for the stages of justice',
    'a service that has stated no posts as one with none: nothing is divided',
  ],
  owner: 'providers',
  cuts: ['service'],
  inForceFrom: '2026-11-24',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const UNMET_NEED: Measure<'in-hand' | 'taken-back'> = {
  id: 'unmet-need',
  version: 2,
  name: 'Support that was asked for and could not begin',
  family: 'support',
  formula:
    'The kinds of support asked for that could not begin, divided by those that began or could not begin.',
  numerator:
    'Kinds of support where a service said no, no service was found, or nobody acted until it was a manager’s to see to, and no service has said yes since.',
  denominator: 'Kinds of support asked for in the period that have begun, or could not begin.',
  exclusions: [
    {
      id: 'in-hand',
      words: 'With a service that has said yes, or being asked, and within the times for that',
    },
    { id: 'taken-back', words: 'The person chose otherwise, or what happened to them ended it' },
  ],
  facts: [
    'when each kind of support was first asked for, and every service that was asked for it since',
    'what each service answered, and its reason code',
    'when a step that nobody took became a manager’s',
  ],
  neverCounted: [
    'a request to the next service as a need of its own: it is the same need',
    'a wait on an open list, because no limit past which it is unmet has been agreed: it is shown under waits',
    'that a service knows somebody else of the case: it is told as another reason',
  ],
  owner: 'commissioner',
  cuts: ['reason', 'service'],
  inForceFrom: '2026-11-24',
  standing: { kind: 'counted', on: ['live-figures'] },
};

export const COST_PER_PERSON: Measure = {
  id: 'cost-per-person-reached',
  version: 1,
  name: 'Money for each person reached',
  family: 'support',
  formula: 'What was paid for first contact in the year, divided by the people who were reached.',
  numerator: 'Money paid in the year under the contract of first contact.',
  denominator: 'People who were reached safely in the year.',
  exclusions: [],
  facts: ['what the commissioner paid, which is held by the commissioner', 'who was reached'],
  neverCounted: ['money for other services, even where it was paid under the same contract'],
  owner: 'commissioner',
  cuts: [],
  inForceFrom: '2026-11-23',
  standing: { kind: 'not-yet-counted', needs: 'what was paid in the year, from the commissioner' },
};
