export const TABLE = {
  title: 'Routing',
  intro:
    'How people are matched with services. Rules are read from the top; what the directory says of each service counts first. Forensic windows are prompts to phone and shut nobody out.',
  rules: 'The rules, in their order',
  windowsTitle: 'Forensic windows',
  windowsIntro: 'How long ago an examination usually looks for something. The centre owns these and decides.',
  healthTitle: 'Health care that helps for a time',
  versions: 'Versions',
  tryIt: 'Try a referral',
  drafts: 'Your drafts',
  begin: 'Begin a draft',
  noDrafts: 'You have no draft.',
  waiting: 'A change of the rules waits for a second person',
  inForce: 'In force',
  comes: 'Comes into force',
  replaced: 'Replaced',
} as const;

export const TRY = {
  title: 'Try a referral',
  intro:
    'Make somebody up and see where they would be sent, and why. Nothing is kept, and nobody is looked up.',
  onDraft: 'By your draft.',
  inForce: 'By the rules in force.',
  age: 'How old are they?',
  ageThen: 'How old were they when it happened, if that is known?',
  district: 'Where do they live?',
  districtUnknown: 'Not known',
  reported: 'Do the police have a report?',
  told: 'Who has been told about the child?',
  toldHint: 'Under 13 the centre is reached through one of these.',
  toldItems: { police: 'The police', 'childrens-social-care': 'Children’s social care' },
  yes: 'Yes',
  no: 'No',
  submit: 'Show the answer',
  answer: 'The answer',
  errors: {
    age: 'Enter an age in whole years, such as 24',
    ageThen: 'Enter an age in whole years, not above the age now',
  },
} as const;
