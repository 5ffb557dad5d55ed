import type { OwnPathwayKind, Source } from '#libs/domain';

export interface DoorWords {
  /** On the list of doors. */
  readonly name: string;
  readonly hint: string;
  readonly title: string;
  readonly intro: string;
}

export const DOOR_WORDS: Readonly<Record<Source, DoorWords>> = {
  police: {
    name: 'A police officer, by phone',
    hint: 'The officer cannot use the form just now',
    title: 'An officer is on the phone',
    intro:
      'The same clocks as the officer’s own form: both start at the report to police. The referral then shows under your team, so give the officer the reference.',
  },
  self: {
    name: 'The person themselves',
    hint: 'They rang, wrote or came in',
    title: 'Someone asks for support themselves',
    intro: 'Ask only this. Everything else can wait for the first conversation.',
  },
  sarc: {
    name: 'The SARC',
    hint: 'With or without a report to police',
    title: 'A referral from the SARC',
    intro: 'The person need not have reported anything to the police. Nothing here goes to the police.',
  },
  'parent-or-carer': {
    name: 'A parent or carer',
    hint: 'Somebody in the family rings about a child or an adult',
    title: 'A parent or carer asks for support',
    intro:
      'We call the person the referral is about. A parent or carer is a safe contact only once the person has said so.',
  },
  'social-care': {
    name: 'Social care',
    hint: 'Children’s or adult social care',
    title: 'A referral from social care',
    intro: 'Only what is needed to call safely. No account of what happened, and no case papers.',
  },
  school: {
    name: 'A school or college',
    hint: 'Through its safeguarding lead',
    title: 'A referral from a school or college',
    intro: 'Only what is needed to call safely. No account of what happened.',
  },
  health: {
    name: 'A GP or another health service',
    hint: 'Hospital, mental health, sexual health, midwife',
    title: 'A referral from a health service',
    intro: 'Only what is needed to call safely. No clinical notes.',
  },
  'other-professional': {
    name: 'Another professional',
    hint: 'Victim Support, an IDVA or ISVA, a court, a prison, a university, a charity',
    title: 'A referral from another professional',
    intro: 'Only what is needed to call safely. No account of what happened.',
  },
};

export type DoorLine = Pick<DoorWords, 'name' | 'hint'>;

export const PATHWAY_DOOR_WORDS: Readonly<Record<OwnPathwayKind, DoorLine>> = {
  anonymous: {
    name: 'Somebody who stays anonymous',
    hint: 'Without the police, under a name they choose',
  },
  supporter: {
    name: 'Family or friends, for themselves',
    hint: 'Somebody who supports a person and wants support of their own',
  },
};

export const DOORS_PAGE = {
  title: 'Who is the referral from?',
  intro: 'Each page asks only what that door needs. Anything else may be unknown.',
} as const;

export const DOOR_PAGE = {
  back: 'All doors',
  submit: 'Take the referral on',
  more: 'More that helps us call safely (optional)',
  noNumber: 'There is no safe number yet',
  number: { own: 'Number that is safe to call', any: 'Number' },
  numberHint: {
    own: 'Any format, for example 07700 900123.',
    any: 'Any format, for example 07700 900123. Say below whose it is.',
  },
  whoSees: 'Only first responders see the name and the number, and each look is recorded.',
  emergency: 'In an emergency act first: 999. A tick puts the person at the top of the contact board.',
  declined: 'They do not want a call, now or at all',
  anonymous: { text: 'The person stays anonymous', href: '/referrals/pathways/anonymous' },
} as const;

export const WHO_LEGENDS = {
  officer: {
    legend: 'The officer on the phone',
    place: 'Collar number or team',
    name: 'Name (optional)',
  },
  relative: {
    legend: 'Who is asking for the person',
    place: 'Relationship to the person',
    name: 'Name (optional)',
  },
  professional: { legend: 'Who is referring', place: 'Organisation', name: 'Name (optional)' },
} as const;

export const RECEIVED = {
  legend: 'When did we receive it?',
  hint: 'Our clock starts here. We have filled in the time it is now.',
  missing: 'Enter when we received it',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time we received it',
} as const;

export const NUMBER_OWNERS = [
  { value: 'own', text: 'The person’s own' },
  {
    value: 'safe-other',
    text: 'Somebody else’s, and the person says it is safe to call',
  },
  {
    value: 'unsure-other',
    text: 'Somebody else’s, and nobody has asked the person yet',
    hint: 'We keep it and do not call it until the person has said that it is safe.',
  },
] as const;

export const DOOR_ERRORS = {
  searchFirst: 'Look for the person first: open this page again from “Take a referral”',
  name: 'Enter a name to ask for, or what the person wants to be called',
  agreement: 'Select whether the person has agreed to be called',
  whoseNumber: 'Select whose number it is',
  district: 'Select the district the person lives in',
  safeContact: 'Enter a number that is safe to call, or say what happens instead',
  nameWithPlace: 'Enter the name too, or leave both empty',
  callerPhone: 'Enter a telephone number, such as 01632 960123',
  receivedInTheFuture: 'The time we received it must be now or in the past',
  receivedTooEarly: 'Check the year in which we received it: it is before 1950',
  bornAfter: 'The date of birth must be before the referral',
  calendarEnds:
    'The bank holidays after that time are not known yet, so no deadline can be given. Tell your duty lead and an administrator',
} as const;

/** `reference`: the case of the person whom the search found. */
export const sameAs = (reference: string): string =>
  `A new referral for the person of ${reference}. The two cases are linked when you take it on; each has its own clock.`;

export const DOOR_NOTICE = {
  title: 'The referral is on the contact board.',
  notCalled:
    'There is no number yet that is known to be safe. The clocks run, and somebody must find a safe way.',
} as const;
