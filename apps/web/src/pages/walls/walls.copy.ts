import type { LiftWallOutcome, Refused, SetWallOutcome } from '#libs/casework';
import type { WallBasis, WallKind } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const WALLS = {
  title: 'Who must not see this case',
  intro:
    'A wall hides everything about this person from whoever it names: the case, the referral, lists, counts and messages. For them the case is not there. Both clocks run on.',
  empty: 'No wall stands around this case. Everybody who handles cases here can see it.',
  listTitle: 'Walls around this case',
  setTitle: 'Set a wall',
  whoLegend: 'Who must not see it?',
  whoHint: 'Choose one. Set another wall for each further person or group.',
  colleagueLabel: 'Which colleague, if it is one?',
  colleagueNone: 'Choose a colleague',
  providerLabel: 'Which provider, if it is one?',
  providerNone: 'Choose a provider',
  basisLegend: 'How do we know?',
  effect:
    'If the person who answers for the case is behind the wall, the case becomes yours. It takes effect at once.',
  submit: 'Set the wall',
  lift: 'Take the wall down',
  saved: 'The wall stands.',
  savedNext: 'Whoever it names cannot find the case any more, in any list or by its address.',
  savedFromYou:
    'It stands before you as well: a duty lead or manager who is not named now answers for the case.',
  lifted: 'The wall is down.',
  liftedNext: 'Whoever it named sees the case again.',
} as const;

export const WHO_WORDS = {
  colleague: 'One colleague',
  team: 'Our whole team, except duty leads and managers',
  police: 'The police, except the officer who referred',
  provider: 'A provider',
} as const;
export type Who = keyof typeof WHO_WORDS;

export const BASIS_WORDS: Readonly<Record<WallBasis, string>> = {
  'person-said': 'The person told us',
  'colleague-said': 'The colleague, or somebody at the organisation, told us',
  'declared-at-intake': 'The referral said so',
  'suspect-compared': 'Two people are kept apart',
};

export const KIND_WORDS: Readonly<Record<WallKind, string>> = {
  staff: 'Somebody here is close to this person or this matter',
  'police-family': 'The person, or somebody close to them, belongs to the police',
  conflict: 'Another person the service knows must not be helped by the same worker',
};

export const MISSING = {
  who: 'Select who must not see the case',
  colleague: 'Choose the colleague',
  provider: 'Choose the provider',
  basis: 'Select how we know',
} as const;

export const REFUSALS: RefusalCopy<ReasonsOf<SetWallOutcome> | ReasonsOf<LiftWallOutcome>> = {
  'case-closed': { sentence: 'This case is closed. Set the wall when it is opened again.' },
  'handling-agency': {
    sentence: 'This would keep the case from everybody here. Redirect it to another service instead',
    field: 'who',
  },
  'nobody-left': {
    sentence:
      'No duty lead or manager would be left to answer for the case. Name fewer people, or redirect it to another service',
    field: 'who',
  },
  'spared-without-group': {
    sentence: 'Nobody can be left out of a wall that names one person',
    field: 'who',
  },
  'not-police': { sentence: 'Choose a police force for this kind of wall', field: 'who' },
  'already-stands': { sentence: 'This wall stands already. Choose somebody else', field: 'who' },
  'unknown-target': { sentence: 'Choose somebody from the list', field: 'who' },
  'keeps-two-apart': {
    sentence:
      'This wall keeps the workers of two people apart. It is taken down by deciding on both cases again.',
  },
};
