import type {
  Agreement,
  Danger,
  LanguageNeed,
  OffenceGroup,
  Permission,
  Relationship,
  SafeTime,
  SuspectAccess,
  WhenBand,
  Workplace,
} from '#libs/domain';

/** Every code of the intake lists in the words that staff read. */
export const DANGER_WORDS: Readonly<Record<Danger, string>> = {
  'danger-now': 'In danger now',
  'forensic-window-open': 'Forensic samples may still be possible',
  'suicide-risk': 'Risk of suicide or self-harm',
};

export const AGREEMENT_WORDS: Readonly<Record<Agreement, string>> = {
  agreed: 'Yes, they agreed',
  'not-asked-yet': 'They have not been asked yet',
};

export const LANGUAGE_WORDS: Readonly<Record<LanguageNeed, string>> = {
  none: 'None that we know of',
  interpreter: 'An interpreter',
  bsl: 'British Sign Language',
  other: 'Something else',
};

export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'I do not know',
};

export const SAFE_TIME_WORDS: Readonly<Record<SafeTime, string>> = {
  'weekday-mornings': 'Weekday mornings, 9am to midday',
  'weekday-afternoons': 'Weekday afternoons, midday to 5pm',
  'weekday-evenings': 'Weekday evenings, 5pm to 8pm',
  weekends: 'Weekends, 9am to 8pm',
};

/** The service is named as the area names it, for there are others. */
export const workplaceWords = (serviceName: string): Readonly<Record<Workplace, string>> => ({
  police: 'The police',
  'this-service': serviceName,
  partner: 'A partner: a SARC, counselling or advice service',
});

export const SUSPECT_ACCESS_WORDS: Readonly<Record<SuspectAccess, string>> = {
  'lives-there': 'Lives with the person',
  'knows-address': 'Knows where the person lives',
  'can-reach-phone': 'Can see or answer the person’s phone',
};

export const WHEN_WORDS: Readonly<Record<WhenBand, string>> = {
  'within-72-hours': 'In the last 3 days',
  'within-7-days': 'In the last 7 days',
  'within-21-days': 'In the last 3 weeks',
  'within-12-months': 'In the last 12 months',
  'over-12-months': 'More than 12 months ago',
  unknown: 'I do not know',
};

export const RELATIONSHIP_WORDS: Readonly<Record<Relationship, string>> = {
  stranger: 'Stranger',
  acquaintance: 'Acquaintance',
  friend: 'Friend',
  partner: 'Partner',
  'ex-partner': 'Former partner',
  family: 'Family',
  'person-in-authority': 'Person in authority',
  'online-only': 'Known online only',
  multiple: 'More than one person',
  unknown: 'I do not know',
};

export const OFFENCE_WORDS: Readonly<Record<OffenceGroup, string>> = {
  rape: 'Rape',
  'attempted-rape': 'Attempted rape',
  'assault-by-penetration': 'Assault by penetration',
  'sexual-assault': 'Sexual assault',
  'child-sexual-abuse-non-recent': 'Child sexual abuse, non-recent',
  'child-sexual-exploitation': 'Child sexual exploitation',
  'image-based': 'Online or image-based',
  grooming: 'Grooming',
  'exposure-or-voyeurism': 'Exposure or voyeurism',
  harassment: 'Harassment',
  'trafficking-or-exploitation': 'Trafficking or exploitation',
  'female-genital-mutilation': 'Female genital mutilation',
  other: 'Another sexual offence',
  unsure: 'Not sure',
};
