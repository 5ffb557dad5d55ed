export const AUDIT = {
  title: 'Audit',
  intro:
    'You see ids, codes and times. No page here shows a name, a number or what was said; what you read is enough to check what others did.',
  links: [
    {
      href: '/audit/access',
      text: 'Who saw what',
      words: 'Every time somebody opened what identifies a person: who, when, which case, on what ground.',
    },
    {
      href: '/audit/journal',
      text: 'The journal of one case',
      words:
        'Everything that happened in a case, in order, with a check that no row was changed or taken out.',
    },
    {
      href: '/promise',
      text: 'The contact promise',
      words: 'The county figure, and how each number was worked out.',
    },
    {
      href: '/policies',
      text: 'Policies and calendars',
      words: 'The rules and opening hours each deadline was worked out under.',
    },
  ],
} as const;

export const ACCESS = {
  title: 'Who saw what',
  reference: 'Case reference',
  referenceHint: 'For example WM-4F7K-9Q2D. Leave empty for every case.',
  user: 'User id',
  userHint: 'Leave empty for everybody.',
  search: 'Search',
  clear: 'Clear the search',
  empty: 'Nothing was opened that matches.',
  caption: 'Newest first',
  referenceError: 'Enter a case reference such as WM-4F7K-9Q2D',
  userError: 'Enter a whole user id, as this page shows them',
} as const;

export const WHAT_WORDS: Readonly<Record<string, string>> = {
  identity: 'Name and date of birth or age',
  'contact-route': 'A phone number or address',
  'safe-contact-words': 'What to say when calling',
  'code-word': 'The code word',
  'stop-word': 'The stop word',
  'referral-identity': 'The name on a referral',
  initials: 'Initials',
  'legal-hold-note': 'Why a record is held',
  incident: 'What kind of offence it was',
  investigation: 'When it was reported, and the crime number',
  needs: 'Age group and help needed to talk',
  'support-fact': 'That the person is supported',
  'competence-note': 'Why somebody was found able to decide, or not',
  'routing-note': 'Why another service was chosen',
  'routing-suggested': 'Where they might be sent',
  'consent-note': 'Why something was shared without consent',
};

export const JOURNAL = {
  title: 'The journal of one case',
  hint: 'For example WM-4F7K-9Q2D',
  show: 'Show the journal',
  unknown: 'There is no case with this reference',
  missing: 'Enter a case reference such as WM-4F7K-9Q2D',
  sound: 'Sound',
  notSound: 'Not sound',
  limits:
    'The check works every leaf hash out again and looks for rows missing between others. A row taken from the very end of a record leaves no gap here.',
  elsewhere: 'The same check runs on an export, without this service: waymark verify.',
} as const;
