import type { AdviserSupport, OutcomeMeasure, OUTCOME_PARTS, UNMET_PARTS } from '#libs/domain';

export const UNMET = {
  head: 'Why it could not begin',
  askedHead: 'Could not begin, of all that began or could not',
  inHandHead: 'In hand',
  rule: 'One kind of support for one person is counted once, through every service that was asked for it. A wait on an open list is not in here: it is under the waits.',
  county: 'Each reason of the whole area is under “Support that was asked for and could not begin”.',
  parts: {
    'any-reason': 'For whatever reason',
    'list-closed': 'The list was closed',
    'outside-its-rules': 'Outside the area or the ages of the service',
    'not-yet': 'Not safe or not steady enough yet, as the service saw it',
    'other-reason': 'Another reason of the service',
    'no-service': 'No service was found to ask',
    'no-answer': 'The service did not answer in time',
    'no-worker': 'The service said yes, and nobody began in time',
  } satisfies Readonly<Record<(typeof UNMET_PARTS)[number], string>>,
} as const;

export const QUESTION_NAMES: Readonly<Record<OutcomeMeasure, string>> = {
  'able-to-cope': 'Able to cope',
  'able-to-say-needs': 'Able to say what they need',
  'feels-safer': 'Feels safer',
};

export const ADVISER_NAMES: Readonly<Record<AdviserSupport, string>> = {
  'with-adviser': 'With an adviser',
  'without-adviser': 'Without an adviser',
};

export const STAYING = {
  heads: { share: 'Had not asked to stop when it ended', ended: 'Ended', open: 'Not ended' },
  rule: 'Investigations of people who were referred, by whether a first session with an adviser was held before the end. A person may stop at any time, and that is nobody’s failing.',
  note: 'The two rows cannot be set against each other as what support does: people who take up an adviser differ from those who do not, and who was never referred is not in here.',
} as const;

export const CASELOAD = {
  heads: {
    each: 'For each full-time post',
    supported: 'With an adviser',
    posts: 'Full-time posts',
    waits: 'On the list, without one',
  },
  each: (people: string) => `${people} for each full-time post`,
  noPosts: 'No posts stated',
  endOf: (month: string) => `at the end of ${month}`,
  rule: 'Whole services alone, and posts as each service last stated them in the directory. In the month that runs, “at the end” is now.',
  counts: (people: string, posts: string, each: string) => `${people} people ÷ ${posts} posts: ${each}`,
} as const;

export const OUTCOME = {
  measured: 'Measured, of all asked',
  rule: 'The first score beside the latest one on the same scale, at least six weeks later. People are counted in the month in which they were first asked.',
  note: 'A change is what people say, and not what the support did: other things happen in six weeks. Nobody’s missing score is counted as a low one.',
  parts: {
    better: 'Higher than at first',
    same: 'The same',
    worse: 'Lower than at first',
  } satisfies Readonly<Record<(typeof OUTCOME_PARTS)[number], string>>,
} as const;
