import type { FigurePage, MeasureCut, MeasureFamily, MeasureOwner, FrameworkSide } from '#libs/domain';

export const MEASURES_COPY = {
  title: 'What the figures mean',
  intro:
    'Every figure of the reports has a definition here: how it is worked out, what is left out, who answers for it. What is defined and not counted yet is named too, with what is missing.',
  measure: 'Measure',
  version: 'Version',
  standing: 'Where it is counted',
  notYet: 'Defined, not yet counted',
  notYetNeeds: (needs: string) => `Defined, not yet counted: needs ${needs}.`,
  frameworkIntro:
    'What the partnership asks of support and of justice, and which figure answers it. Where somebody else holds what is needed, it says who.',
  outcome: 'Outcome',
  answeredBy: 'Answered by',
  heldBy: (who: string, why: string) => `Held by: ${who}. ${why}.`,
  source: 'Where it comes from',
  boardsTitle: 'Boards that each release goes to',
  board: 'Board',
  receives: 'What it is sent',
} as const;

export const MEASURE_COPY = {
  back: 'Back to all measures',
  formula: 'The formula',
  numerator: 'What is counted (the numerator)',
  denominator: 'Out of what (the denominator)',
  leftOut: 'What is left out, and counted beside it',
  noneLeftOut: 'Nothing is left out.',
  neverCounted: 'What never counts',
  facts: 'What it is worked out from',
  about: 'About this definition',
  id: 'Name in files and answers',
  version: 'Version',
  inForce: 'In force from',
  owner: 'Who answers for it',
  cuts: 'May be told apart by',
  noCuts: 'Nothing: for the whole area alone',
  where: 'Where it is counted',
  outcomes: 'Outcomes it answers',
} as const;

export const FAMILY_NAMES: Readonly<Record<MeasureFamily, string>> = {
  contact: 'The contact promise',
  handover: 'Handover by the police',
  reach: 'Reaching people',
  engagement: 'Taking up support',
  support: 'Waiting and support',
  outcomes: 'What changes for people',
  justice: 'Justice and the Victims’ Code',
  coverage: 'Coverage',
  'data-quality': 'How much is known',
};

export const SIDE_NAMES: Readonly<Record<FrameworkSide, string>> = {
  support: 'Support outcomes',
  justice: 'Justice outcomes',
};

export const OWNER_NAMES: Readonly<Record<MeasureOwner, string>> = {
  'responder-service': 'The first response service',
  police: 'The police',
  providers: 'The services that support people',
  commissioner: 'The commissioner',
};

export const CUT_NAMES: Readonly<Record<MeasureCut, string>> = {
  month: 'month',
  'district-in-twelve-months': 'district, over twelve months',
  centre: 'centre',
  'offence-group': 'kind of offence',
  'referral-source': 'who referred',
  'day-of-week': 'day of the week',
  'day-and-hour-in-twelve-months': 'day and hour of the report, over twelve months',
  'staffing-pattern': 'other staffing',
  reason: 'reason',
  'attempt-number': 'number of attempts',
  service: 'service',
  entitlement: 'entitlement',
  field: 'question',
  'equality-group-in-twelve-months': 'equality group, for the whole area over twelve months',
  milestone: 'milestone',
  outcome: 'what people say of themselves',
  adviser: 'with or without an adviser',
};

export const FIGURE_PAGE_NAMES: Readonly<Record<FigurePage, string>> = {
  'county-promise': 'The contact promise',
  'live-figures': 'Live figures',
  coverage: 'Referrals beside recorded offences',
  reach: 'Who is referred, beside who is harmed',
  'victims-code': 'The Victims’ Code: what was delivered',
  'waiting-lists': 'Waiting lists',
  quarters: 'The quarterly report',
};
