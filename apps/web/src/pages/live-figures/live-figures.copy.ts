import type {
  DayGroup,
  FigureSpan,
  LiveTable,
  MissReason,
  FigureDimension,
  Source,
  Weekday,
} from '#libs/domain';

import { NOT_REACHED } from './not-reached.copy';
import { MISSES_BY_DAY, START } from './start.copy';
import { STAFFING } from './staffing.copy';

export const LIVE = {
  title: 'Live figures',
  intro:
    'Counts of police referrals as they stand now, for those who run the service. They move as clocks run out and as late entries are confirmed. Whoever pays sees the frozen releases instead.',
  internal:
    'Small counts are shown as they are. Do not pass these figures on: a small count may point at somebody.',
  choose:
    'Choose a number to see how it was worked out: the formula, what was left out, and what the other limit would make of it.',
  meaning: 'What the figures mean',
  tableLabel: 'Figures',
  spanLabel: 'Over',
  untilLabel: 'Until the end of',
  show: 'Show these figures',
  wrongTable: 'Choose figures from the list',
  wrongSpan: 'Choose three months or twelve months',
  wrongUntil: 'Choose a month from the list: figures are counted from the first referral until this month',
  noSuchTable: (table: string, span: string) =>
    `“${table}” is shown over ${span} only, because a shorter time would hold few people. Choose ${span}, or other figures`,
  wayOut: (table: string, span: string) => `Show “${table}” over ${span}`,
  binding: 'The limit that counts for the promise',
  notBinding: 'The other limit, reported beside it',
  nothing: (period: string) => `No police referral was reported in ${period}.`,
  headline: (of: string, limb: string, period: string) =>
    `${of} had a first conversation ${limb}, ${period}.`,
  referrals: (of: string, percent: string) => `${of} referrals${percent}`,
  explain: 'Explain this number',
  explainOf: (what: string) => `${what}: explain this number`,
  leftOut: 'Not enough to give a percentage: fewer than 10.',
  nobody: 'Nobody',
  underAnHour: 'under 1 h',
  notRecorded: 'Not recorded',
} as const;

export const SPAN_NAMES: Readonly<Record<FigureSpan, string>> = {
  quarter: 'three months',
  'twelve-months': 'twelve months',
};

export const TABLE_NAMES: Readonly<Record<LiveTable, string>> = {
  'promise-by-month': 'The promise by month',
  'promise-by-district': 'The promise by district',
  'promise-by-centre': 'The promise by centre',
  'promise-by-offence-group': 'The promise by kind of offence',
  'promise-by-source': 'The promise by who referred',
  'promise-by-weekday': 'The promise by day of the week, and what the weekend costs',
  'promise-by-start': START.title,
  times: 'How long it takes: handover and first conversation',
  'times-by-weekday': 'How long it takes, by day of the week',
  'other-staffing': STAFFING.title,
  misses: 'Why the promise was missed',
  'misses-by-weekday': MISSES_BY_DAY.title,
  reach: 'Attempted and reached',
  'not-reached': NOT_REACHED.title,
  support: 'Taking up support and waiting',
  'engagement-by-source': 'Taking up support, by who referred',
  'waits-by-service': 'Waits by kind of support',
  'waits-by-provider': 'Waits by service',
  justice: 'How far investigations have come',
  'unmet-need': 'Support that was asked for and could not begin',
  'unmet-need-by-kind': 'Support that could not begin, by kind of support',
  'outcome-change': 'What changed for people, as they say it',
  'staying-in-justice': 'Went on with justice, with and without support',
  caseload: 'Live cases for each full-time adviser',
  completeness: 'How much is known',
};

export const FIRST_HEADS: Readonly<Record<FigureDimension, string>> = {
  county: 'Figure',
  district: 'District',
  centre: 'Centre',
  'offence-group': 'Kind of offence',
  source: 'Who referred',
  weekday: 'Day of the report',
  'hour-band': 'Part of the day',
  start: START.firstHead,
  service: 'Kind of support',
  provider: 'Service',
  staffing: STAFFING.firstHead,
  question: 'What people were asked',
  'listed-service': 'Service',
  adviser: 'Support by an adviser',
};

export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

export const DAY_GROUP_NAMES: Readonly<Record<DayGroup, string>> = {
  'mon-to-thu': 'Monday to Thursday',
  friday: 'Friday alone',
  'sat-and-sun': 'Saturday and Sunday',
};

export const REFERRER_NAMES: Readonly<Record<Source, string>> = {
  police: 'The police',
  self: 'The person themselves',
  sarc: 'A sexual assault referral centre',
  'parent-or-carer': 'A parent or carer',
  'social-care': 'Social care',
  school: 'A school',
  health: 'A health service',
  'other-professional': 'Another professional',
};

export const REASON_NAMES: Readonly<Record<MissReason, string>> = {
  'sent-after-the-limit': 'The police sent it after the limit had passed',
  'late-entry-waits': 'Entered late, and waits for a second person',
  'asked-to-wait': 'The person asked us to wait',
  'no-safe-route': 'No safe way to reach the person',
  'wrong-details-with-police': 'Wrong details, back with the police',
  'no-interpreter': 'No interpreter',
  'no-agreement-yet': 'Not asked yet whether they agree',
  'number-not-working': 'The number does not work',
  'tried-and-not-reached': 'Tried in time, and not reached',
  'not-tried-in-time': 'Not tried in time, and no other reason recorded',
};

export const PROMISE_TABLE = {
  share: (limb: string) => `In time: ${limb}`,
  chart: (limb: string) => `Share in time: ${limb}`,
  subtitle: (period: string) => `Percentage in time of the police referrals that are decided, ${period}.`,
  percent: (percent: string) => `${percent}%`,
  decided: (count: string) => `${count} decided`,
} as const;

export const WEEKEND = {
  caption: 'What the weekend costs',
  intro:
    'Reports of Saturday and Sunday beside those of other days, under both limits. A limit in working days moves with the weekend; one in hours does not.',
  cost: (limb: string, fewer: string, base: string) =>
    `${limb}: if reports of Saturday and Sunday had been answered in time as often as those of Monday to Thursday, about ${fewer} more of ${base} would have been in time.`,
  noCost: (limb: string) =>
    `${limb}: reports of Saturday and Sunday were answered in time at least as often as those of Monday to Thursday.`,
  tooFew: (limb: string) => `${limb}: too few referrals to say what the weekend costs.`,
  otherLimb: (here: string, there: string) => `The same referrals, under each limit: ${here}; ${there}.`,
} as const;

export const TIMES = {
  caption: 'How long it takes',
  handover: 'Report until the police handed over',
  conversation: 'Report until the first conversation',
  heads: { count: 'Referrals', median: 'Median', p90: 'Nine of ten within' },
  chart: 'How long it takes',
  chartWords: (period: string) =>
    `From the report to the police, ${period}. Hours of the clock, nights and weekends included.`,
  measures: { median: 'Median', p90: 'Nine of ten within', longest: 'Longest' },
  hours: (hours: string) => `${hours} h`,
  apart:
    'The handover is what the police take until this service knows. It is part of the time to the first conversation, and shown apart because it is not this service’s.',
  bandsCaption: 'Time until the first conversation',
  bandHead: 'From the report',
  countHead: 'Referrals',
  togetherHead: 'Up to here, of all with a conversation',
  longest: 'Times over 30 days count as 30 days.',
} as const;

/** Upper ends, in minutes. */
export const BANDS: readonly { readonly name: string; readonly under: number }[] = [
  { name: 'Within 4 hours', under: 4 * 60 },
  { name: '4 to 12 hours', under: 12 * 60 },
  { name: '12 to 24 hours', under: 24 * 60 },
  { name: '1 to 2 days', under: 48 * 60 },
  { name: '2 to 3 days', under: 72 * 60 },
  { name: '3 to 7 days', under: 7 * 24 * 60 },
  { name: '7 days or longer', under: Infinity },
];

export const MISSES = {
  caption: 'Misses by reason',
  head: 'Reason',
  all: 'All misses',
  rule: 'Each miss has one reason: the first of this list that the record shows. A reason excuses nothing: every one of these is a miss.',
  nothing: 'Nothing was missed.',
} as const;

export const REACH = {
  caption: 'Attempted and reached, in time',
  attempted: 'First attempt in time',
  contacted: 'First conversation in time',
  rests: 'Of those in time: rest on a late entry or a corrected start',
  note: 'An attempt is not contact. The promise is kept by a conversation alone.',
  atAllCaption: 'Reached at all',
  atAll: 'Reached safely at least once',
  attemptsCaption: 'Attempts until the person was reached',
  attemptsHead: 'Reached at',
  countHead: 'Referrals',
  attempts: {
    '1': 'The first attempt',
    '2': 'The second attempt',
    '3': 'The third attempt',
    '4': 'The fourth attempt',
    '5+': 'The fifth attempt or a later one',
  },
  chartTitle: 'Attempts until the person was reached',
  chartWords: (period: string) => `Police referrals whose person was reached, ${period}.`,
} as const;

export const SUPPORT = {
  engagedCaption: 'Taking up support',
  ofReached: 'With a first session, of those reached',
  ofReferred: 'With a first session, of all referred',
  shareHead: 'Share',
  note: 'Two shares of the same people: always say which of the two it is.',
  equality:
    'By sex, age band and ethnic group both shares are told once a year, for the whole area alone, under “Who is referred, beside who is harmed”.',
  waitsCaption: 'Waits until the first session',
  waits: 'Request until the first session',
  heads: {
    begun: 'Had a first session',
    median: 'Median',
    p90: 'Nine of ten within',
    waiting: 'Still waiting',
  },
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
} as const;

export const JUSTICE = {
  caption: 'How far investigations have come',
  head: 'Now',
  countHead: 'Investigations',
  states: {
    recorded: 'Recorded, and under investigation',
    charged: 'Somebody is charged',
    'ended-without-charge': 'Ended without a charge',
    'outcome-at-court': 'An outcome at court',
  },
  waitsCaption: 'How long justice takes',
  charge: 'Recorded until charged',
  outcome: 'Recorded until it ended, with or without a charge',
  heads: { count: 'Have come to it', median: 'Median', p90: 'Nine of ten within', left: 'Not there yet' },
  note: 'Where an investigation stands says nothing of how well anybody was supported, and no ending is anyone’s success or failure. A person may stop at any time and go on being supported.',
  code: 'What the Victims’ Code gives along the way is counted by quarter, under “Victims’ Code”.',
} as const;

export const COMPLETENESS_TABLE = {
  caption: 'How much is known',
  head: 'Recorded of the referral',
  share: 'Share recorded',
  fields: { district: 'District', 'offence-group': 'Kind of offence' },
} as const;
