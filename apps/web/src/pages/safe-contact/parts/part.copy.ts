import type { CallerId, Channel, LostContact, Permission, SeenBy, ThirdParty } from '#libs/domain';

export const YES_NO: Readonly<Record<Permission, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Not asked yet, so no',
};

export const SEEN_BY_WORDS: Readonly<Record<SeenBy, string>> = {
  suspect: 'The suspect',
  'close-to-suspect': 'Someone close to the suspect',
  household: 'Someone else at home',
  work: 'People at work',
  'shared-device': 'The phone or computer is shared',
  'shared-account': 'The account or cloud is shared',
  'bill-payer': 'Someone else pays or sees the bill',
};

export const CHANNEL_QUESTIONS: Readonly<Record<Channel, string>> = {
  call: 'Is it safe to call?',
  text: 'Is it safe to send a text?',
  voicemail: 'Is it safe to leave a voicemail?',
  email: 'Is it safe to send an e-mail there?',
  post: 'Is it safe to send post there?',
};

const HOURS_HINT = 'For example 9am to midday and 5pm to 8pm, or all day.';

export const TIMES = {
  safe: {
    title: 'When is contact safe?',
    intro: 'The hours of a usual week in which nobody can overhear or see. Leave a day empty if it has none.',
    hint: HOURS_HINT,
    none: 'The person ruled out no time at all',
    noneError: 'Enter the safe hours of at least one day, or tick that no time was ruled out',
    bothError: 'Take the tick away, or the hours: they say different things',
  },
  never: {
    title: 'When must nothing ever come?',
    intro:
      'Hours of a usual week at which the phone must not ring and nothing may arrive, such as when somebody is at home. They win over safe times. Leave a day empty if it has none.',
    hint: HOURS_HINT,
    none: 'There is no such time',
    noneError: 'Enter the hours of at least one day, or tick that there is no such time',
    bothError: 'Take the tick away, or the hours: they say different things',
  },
  error: (day: string) =>
    `${day}: enter hours such as 9am to midday, with am or pm, that end on the same day`,
} as const;

export const DATES = {
  title: 'Add a date with hours of its own',
  intro:
    'For one date that is not like its weekday: school holidays, another shift, a day on which somebody is at home.',
  date: 'Date',
  dateHint: 'Today or later, for example 24 12 2026.',
  kind: 'What about it?',
  kinds: {
    open: 'These hours are safe as well',
    never: 'Nothing may come in these hours',
  },
  hours: 'Hours',
  hoursHint: HOURS_HINT,
  errors: {
    date: 'Enter a real date, such as 24 12 2026',
    kind: 'Select whether these hours are safe, or nothing may come in them',
    hours: 'Enter hours such as 9am to midday, with am or pm, that end on the same day',
  },
} as const;

export const CALLER = {
  title: 'What may show of our number?',
  intro:
    'Many people do not answer a withheld number, and others are put at risk by one that shows. Ask, and do not assume.',
  legend: 'What may they see when we ring?',
  items: {
    show: 'Our number may show',
    withhold: 'Withhold our number',
    neutral: 'A neutral number that names nobody',
  } satisfies Record<CallerId, string>,
  error: 'Select what may show when we ring',
} as const;

export const WORDING = {
  title: 'Which message may be sent?',
  intro:
    'Read the texts out and let the person choose. Nothing else is ever sent: no name, no service, no reason. Whether a text or an e-mail is safe at all is asked of each number.',
  legend: 'The person chose',
  none: 'None of them: send nothing',
  error: 'Select the text that the person chose, or none',
} as const;

export const THIRD_PARTY = {
  title: 'Somebody else whom the person named',
  intro:
    'Somebody who may pass on that we rang, or who knows where the person is. Never someone they did not name.',
  relation: 'Who are they to the person?',
  relations: {
    family: 'Family',
    friend: 'A friend',
    'support-worker': 'A support worker or professional',
    colleague: 'Someone at work',
    other: 'Someone else',
  } satisfies Record<ThirdParty['relation'], string>,
  nobody: 'There is nobody: take the entry away',
  name: 'Name',
  nameHint: 'Sealed; it does not show on this form again. Write it again when you change anything here.',
  knows: 'What do they know?',
  knowsHint: 'If they know nothing, nothing may be left with them.',
  knowing: {
    nothing: 'Nothing',
    'might-ring': 'That somebody might ring, and not why',
    everything: 'What happened, and that we are in touch',
  } satisfies Record<ThirdParty['knows'], string>,
  errors: {
    relation: 'Select who they are to the person',
    name: 'Enter their name',
    nameTooLong: 'Shorten the name to 100 characters or fewer',
    knows: 'Select what they know',
  },
} as const;

export const LOST_CONTACT = {
  title: 'If nobody can reach them any more',
  intro:
    'The person decides now what may be done later. Without a yes of their own, no police check is asked for.',
  check: 'May the police be asked to see whether they are safe?',
  checkHint: 'Police at the door can make things worse. “Not asked yet” counts as no.',
  checks: YES_NO,
  days: 'After how many days without contact? (if yes)',
  daysHint: 'A number from 1 to 365.',
  via: 'Through whom? (if yes)',
  vias: {
    'police-check-address': 'The police, at the address for a police check',
    'referring-officer': 'The officer who knows them',
    'third-party': 'The other person on this card first',
  } satisfies Record<NonNullable<LostContact['via']>, string>,
  errors: {
    check: 'Select whether the police may be asked',
    days: 'Enter a number of days from 1 to 365',
    via: 'Select through whom',
  },
} as const;

export const ADDRESS = {
  title: 'Add an address',
  intro:
    'An address for post and one for a police check are two things, and may be two places. Both are sealed.',
  purpose: 'What is it for?',
  purposes: {
    post: 'Post',
    'police-check': 'A police check, and nothing else',
  },
  address: 'Address',
  addressHint: 'Only as much as is needed to find the door.',
  post: 'Is it safe to send post there?',
  postHint: 'Asked only of an address for post.',
  seenBy: 'Who might open it, or see it? (optional)',
  errors: {
    purpose: 'Select what the address is for',
    address: 'Enter the address',
    tooLong: 'Shorten the address to 300 characters or fewer',
    post: 'Select whether it is safe to send post there',
    seenBy: 'Select only answers on the list',
  },
} as const;

export const ROUTE = {
  title: 'Who might answer it, or see it?',
  intro: 'If the suspect may see what is left, no text, voicemail, e-mail or post goes this way.',
  seenBy: 'Who might answer it, or see what comes?',
  seenByHint: 'Select all that the person says. None selected means that nobody else does.',
  recheck: 'When must it be checked again?',
  recheckHint: 'After that, nothing is sent to it, and callers are told to ask first.',
  days: (days: number) => `${days} days from today`,
  errors: {
    seenBy: 'Select only answers on the list',
    permission: 'Select yes, no or not asked yet',
    recheck: 'Select when it must be checked again',
  },
} as const;
