import type { Access } from '#libs/casework';

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
      href: '/audit/unusual',
      text: 'Unusual access',
      words:
        'Looks at people that are worth a question: the same last name, no work in the case, many in one day.',
    },
    {
      href: '/audit/subject',
      text: 'Everybody who opened one record',
      words: 'One person’s record: who opened it, when and on what ground, to be printed.',
    },
    {
      href: '/audit/journal',
      text: 'The journal of one case',
      words:
        'Everything that happened in a case, in order, with a check that no row was changed or taken out.',
    },
    {
      href: '/audit/seals',
      text: 'The seal of the journal',
      words: 'When rows were last sealed, how many wait, and each signed head to keep somewhere else.',
    },
    {
      href: '/audit/receipt',
      text: 'Proof of one receipt',
      words:
        'That the journal holds the row of one referral, as a file that is checked without this service.',
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
  userHint: 'Leave empty for everybody who looked.',
  person: 'Person id',
  personHint: 'Leave empty for everybody who was looked at.',
  altered: 'Altered: it does not give the hash that it was written with',
  search: 'Search',
  clear: 'Clear the search',
  empty: 'Nothing was opened that matches.',
  caption: 'Newest first',
  referenceError: 'Enter a case reference such as WM-4F7K-9Q2D',
  userError: 'Enter a whole user id, as this page shows them',
  personError: 'Enter a whole person id, as this page shows them',
} as const;

export const WHAT_WORDS: Readonly<Record<Access['what'], string>> = {
  identity: 'Name and date of birth or age',
  initials: 'Initials',
  'contact-route': 'A phone number or address',
  'safe-contact-words': 'What to say when calling',
  'code-word': 'The code word',
  'stop-word': 'The stop word',
  'referral-identity': 'The name on a referral',
  referrer: 'Who referred',
  'redirect-acknowledgement': 'Who at another body took the person on',
  incident: 'What kind of offence it was',
  investigation: 'When it was reported, and the crime number',
  'crime-reference': 'The crime number',
  needs: 'Age group and help needed to talk',
  'support-fact': 'That the person is supported',
  'support-note': 'Words about the support somebody is given',
  'sarc-code': 'What the referral centre calls somebody who gave no name',
  'consent-note': 'Why something was shared without consent',
  'competence-note': 'Why somebody was found able to decide, or not',
  'safeguarding-note': 'Why somebody is worried about a child or an adult',
  'routing-note': 'Why another service was chosen',
  'routing-suggested': 'Where they might be sent',
  'match-note': 'Why two records were taken for one person, or not',
  'legal-hold-note': 'Why a record is held',
  'break-glass-note': 'Why a case was opened past a wall',
  'suspect-identity': 'The name of a suspect',
  'request-words': 'What somebody asked about their data',
  'subject-pack': 'A copy of what is held',
  'complaint-words': 'What somebody complained of',
  'equality-answers': 'Answers to the equality questions',
  'contact-notes': 'Notes of contact',
  'advocacy-notes': 'Notes of advocacy',
  'supervision-notes': 'Notes of supervision',
  'therapy-milestones': 'Milestones of therapy',
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
    'The check works every leaf hash out again and looks for rows missing between others. A row taken from the very end of a record leaves no gap here: the seal shows it.',
  elsewhere: 'The whole journal is checked on an export, without this service: waymark verify.',
} as const;

export const SEALS = {
  title: 'The seal of the journal',
  intro:
    'About once a second, the rows that were added to the journal and to the list of who saw what are sealed together: one signed head says how many rows there are and what all of them are. Keep a head where nobody who runs this service can change it. Rows that are changed or cut later will not fit it.',
  nothing: 'Nothing is sealed yet. Sealing needs a worker that has the seal key.',
  last: 'Last sealed',
  rows: 'Rows sealed',
  waiting: 'Rows that wait',
  more: 'or more',
  key: 'Key in force',
  root: 'Root of the newest head',
  caption: 'Heads, newest first',
  number: 'Head',
  sealed: 'Sealed',
  added: 'Rows added',
  size: 'Rows in all',
  file: 'File',
  download: (head: number) => `Download head ${head}`,
  how: 'How to check',
  steps: [
    'Download a head, or print this page, and keep it away from this service.',
    'Ask for an export: waymark export-audit --to a folder.',
    'On any computer: waymark verify that folder, with --head and the head you kept, and --key and the public key you were given.',
  ],
} as const;

export const RECEIPT_PROOF = {
  title: 'Proof of one receipt',
  hint: 'For example WM-4F7K-9Q2D',
  show: 'Show the proof',
  unknown: 'There is no referral with this reference',
  missing: 'Enter a reference such as WM-4F7K-9Q2D',
  waiting:
    'The row of this referral is not sealed yet. It is a second or so after a referral is recorded: look again.',
  proven: (reference: string, row: number, size: number, head: number) =>
    `The referral ${reference} is row ${row} of the ${size} rows that head ${head} signed.`,
  download: 'Download the proof',
  check:
    'The file holds the row, its way up the tree and the signed head. Anybody can check it without this service: waymark verify --receipt and the file.',
} as const;
