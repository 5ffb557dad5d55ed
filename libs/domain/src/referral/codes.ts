/** Code lists of the intake dictionary (practice §3). Every list is closed; "unknown" is an answer. */
export const SOURCES = [
  'police',
  'self',
  'sarc',
  'parent-or-carer',
  'social-care',
  'school',
  'health',
  'other-professional',
] as const;
export type Source = (typeof SOURCES)[number];

/**
 * What the clock of a referral runs from: a report to the police, or the moment we received it (practice §1.3). The
 * police figure counts the first kind only.
 */
export const REPORT_CHANNELS = ['police', 'received'] as const;
export type ReportChannel = (typeof REPORT_CHANNELS)[number];

export function reportChannelOf(source: Source): ReportChannel {
  return source === 'police' ? 'police' : 'received';
}

/** How the referral came to be written down here: typed by the referrer, keyed for someone who rang, or sent in. */
export const RECEIVED_VIA = ['form', 'phone', 'api'] as const;
export type ReceivedVia = (typeof RECEIVED_VIA)[number];

/** What stands in for a safe route when there is none yet (practice §2.8). */
export const ALTERNATIVES = ['third-party', 'safe-place', 'ask-again'] as const;
export type AlternativeKind = (typeof ALTERNATIVES)[number];

export const OFFENCE_GROUPS = [
  'rape',
  'attempted-rape',
  'assault-by-penetration',
  'sexual-assault',
  'child-sexual-abuse-non-recent',
  'child-sexual-exploitation',
  'image-based',
  'grooming',
  'exposure-or-voyeurism',
  'harassment',
  'trafficking-or-exploitation',
  'female-genital-mutilation',
  'other',
  'unsure',
] as const;
export type OffenceGroup = (typeof OFFENCE_GROUPS)[number];

export const WHEN_BANDS = [
  'within-72-hours',
  'within-7-days',
  'within-21-days',
  'within-12-months',
  'over-12-months',
  'unknown',
] as const;
export type WhenBand = (typeof WHEN_BANDS)[number];

export const RELATIONSHIPS = [
  'stranger',
  'acquaintance',
  'friend',
  'partner',
  'ex-partner',
  'family',
  'person-in-authority',
  'online-only',
  'multiple',
  'unknown',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** What puts a case at the top of the board (practice §3.1 Urgency). */
export const DANGERS = ['danger-now', 'forensic-window-open', 'suicide-risk'] as const;
export type Danger = (typeof DANGERS)[number];

/** How close the suspect is to the person's home and phone (practice §3.4). */
export const SUSPECT_ACCESS = ['lives-there', 'knows-address', 'can-reach-phone'] as const;
export type SuspectAccess = (typeof SUSPECT_ACCESS)[number];

export const AGREEMENTS = ['agreed', 'not-asked-yet'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

export const LANGUAGE_NEEDS = ['none', 'interpreter', 'bsl', 'other'] as const;
export type LanguageNeed = (typeof LANGUAGE_NEEDS)[number];
