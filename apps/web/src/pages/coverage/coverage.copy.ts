import type { Comparability, NotCompared, OffenceDefinition } from '#libs/domain';

export const COVERAGE = {
  title: 'Referrals beside recorded offences',
  intro:
    'How many reports the police referred to this service, by district, beside how many offences the police recorded there in the same months.',
  formula:
    'Referrals for each 100 recorded offences: reports that the police referred and that were made in these months, divided by the offences that were recorded in them, times 100.',
  caveats: [
    'This is no share of the people who were harmed. Most people never report to the police, and one person may be in several offences.',
    'A referral needs somebody’s agreement. A low number may mean that people said no, that nobody asked them, or that another service supports them already.',
    'Offences are counted where and when the police recorded them; referrals by the district that was named in them and the day of the report. At the edge of a district or a year the two may differ.',
    'Recorded offences rise when more people come forward. More of them does not by itself mean that more people were harmed.',
  ],
  rule: 'A year is counted once, a month after its last quarter has ended, and referrals that come later are not added. A count of referrals from 1 to 7 is hidden and others are rounded to the nearest 5; where a total would give a hidden count away, another count is hidden too. The number for each 100 comes from the rounded count. Rounded counts need not add up.',
  apart:
    'Counts by different definitions are never added and never stand in one table. Of offences of one kind alone the count is shown and not divided, because referrals are of every sexual offence.',
  yearLabel: 'Twelve months that end with',
  definitionLabel: 'What the recorded offences count',
  show: 'Show',
  wrongYear: 'Choose the end of the twelve months from the list',
  wrongDefinition: 'Choose what the recorded offences count from the list',
  notYet:
    'Nothing is published yet. Twelve months are published a month after their last quarter has ended, once referrals have been taken for three whole months.',
  madeOn: (day: string, rule: string) =>
    `Referrals were counted on ${day}. They are protected by the disclosure rule ${rule}.`,
  shortYear: (months: number) =>
    `These are ${months} months: referrals began here during the year, and offences of before are left out too.`,
  span: (from: string, to: string) => `${from} to ${to}`,
  noOffences: 'Of this definition no recorded offences are kept for these months.',
  table: (span: string) => `By district, ${span}`,
  county: 'The whole area',
  hidden: '[c]',
  hiddenHint: '[c] Hidden because it might point at somebody.',
  unknown: 'Not known',
  sources: 'Recorded offences come from:',
  head: {
    district: 'District',
    referrals: 'Referrals',
    offences: 'Recorded offences',
    per100: 'Referrals for each 100 offences',
  },
  publicTitle: 'Counts that others have published',
  publicIntro:
    'Each is as it was said, for its own place and time. They are here to be looked up, not to be added or divided.',
  publicHead: {
    what: 'What',
    place: 'Place',
    period: 'Period',
    count: 'Count',
    definition: 'What it counts, and who said so',
    comparability: 'How far it can be compared',
  },
  noPublic: 'None are known for this area.',
} as const;

export const DEFINITION_NAMES: Readonly<Record<OffenceDefinition, string>> = {
  'sexual-offences-with-victim': 'Sexual offences with somebody who could be referred',
  'sexual-offences': 'All sexual offences',
  rapes: 'Rapes alone',
  'rape-victims': 'People who were raped',
};

export const NOT_COMPARED_WORDS: Readonly<Record<NotCompared, string>> = {
  definition: 'Not divided: it does not count every sexual offence',
  'offences-unknown': 'Not divided: offences are not known for each of these months',
  'sources-differ': 'Not divided: the counts of offences come from different sources',
  'referrals-hidden': 'Not divided: the count of referrals is hidden',
  'too-few': 'Not divided: fewer than 10 offences',
};

export const COMPARABILITY_WORDS: Readonly<Record<Comparability, string>> = {
  'counts-alike': 'The same kind of count, for another time or place.',
  'other-definition': 'Counts something else.',
  'context-only': 'For context only.',
};
