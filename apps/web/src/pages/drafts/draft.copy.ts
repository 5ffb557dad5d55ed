import type { DraftStep } from '#libs/domain';

export const ALREADY_SENT = {
  title: 'This referral was already sent',
  lines: ['It was sent once and received once. This is its receipt.'],
} as const;

export const CHECK_PAGE = {
  title: 'Check the answers',
  caption: 'Log a referral',
  change: 'Change',
  notGiven: 'Not given',
  promises: 'If you send it now, first responders must have spoken with the person',
  binding: 'this one binds the service',
  send: 'Send the referral',
  remove: 'Delete this draft',
} as const;

export const STEP_HEADINGS: Readonly<Record<DraftStep, string>> = {
  person: 'The person',
  contact: 'Safe contact',
  report: 'The report',
  agreement: 'Agreement',
};

export const ANSWER_NAMES: Readonly<Record<string, string>> = {
  nameToAskFor: 'Name to ask for',
  age: 'Age or date of birth',
  district: 'District',
  languageNeed: 'Help needed to talk',
  worksFor: 'Works for',
  fullName: 'Full name',
  number: 'Number that is safe to call',
  also: 'Also safe',
  safeTimes: 'Safe times',
  alternative: 'Without a safe number',
  askAgainDay: 'I will ask again by',
  email: 'E-mail only the person reads',
  sayIfOtherAnswers: 'If someone else answers',
  codeWord: 'Code word',
  whose: 'Whose phone it is',
  reportedDay: 'Reported to police',
  lateReason: 'Why it comes now',
  offenceGroup: 'Kind of offence',
  whenBand: 'Roughly when',
  relationship: 'Relationship to the suspect',
  suspectAccess: 'The suspect',
  dangers: 'Danger',
  crimeReference: 'Crime number',
  agreement: 'Agreed to be called',
  sendAnyway: 'Sent all the same, because',
  sendAnywayWhy: 'Why it cannot wait',
};

export const NO_DANGER = 'None ticked';
export const ANY_TIME = 'Any time';
export const NOTHING_ELSE = 'Nothing else';

export const LATE_PAGE = {
  title: 'Check when it was reported',
  passed: (limb: string, due: string) => `The promise of ${limb} has passed: it ran out ${due}.`,
  thin: (limb: string, due: string, left: string) => `The promise of ${limb} ends ${due}, ${left}.`,
  meaning:
    'Both clocks start when the person reported to police, not when you send this. Nothing is refused: it will show as a late handover, apart from what first responders do.',
  send: 'The time is right: send it now',
  correct: 'Correct the time of the report',
  reported: (when: string) => `You said that it was reported to police: ${when}.`,
} as const;

export const DECLINED_PAGE = {
  title: 'Thank you for asking',
  lead: {
    'not-now': 'The person has chosen not to be called now. That is theirs to decide.',
    no: 'The person has chosen not to be called. That is theirs to decide, and they can change their mind.',
  },
  kept: 'We keep the answer, this month and the district, so that the county knows how many people were asked. When you continue, everything else you typed is deleted.',
  district: 'District the person lives in',
  noDistrict: 'Leave it out',
  askAgain: 'Day to ask again (optional)',
  askAgainHint: 'Only if the person named one. Your team sees the day and the district, and nobody’s name.',
  submit: 'Keep the count and delete the draft',
  back: 'Back: change the answer',
  month: (month: string) => `Month: ${month}`,
  saved: {
    title: 'Nothing that identifies the person was kept',
    lines: [
      'The answer is counted for this month. The draft is deleted. If they change their mind, log a new referral.',
    ],
  },
  errors: {
    askAgain: 'Enter a real day, such as 27 3 2027, or leave it empty',
    past: 'The day to ask again must be today or later',
    tooFar: 'The day to ask again must be within two years',
    district: 'Select a district on the list, or leave it out',
  },
} as const;

export const DELETE_PAGE = {
  title: 'Delete this draft?',
  lead: 'What you typed is gone at once and for good. Nothing was sent to anybody.',
  submit: 'Delete it',
  back: 'Keep it',
  done: { title: 'The draft is deleted', lines: ['Nothing of it was sent or kept.'] },
} as const;

export const CHECKED_ELSEWHERE = {
  field: 'nameToAskFor',
  message:
    'The answers were changed in another window after you opened this page. They are shown as they are now: read them again, then send',
} as const;
