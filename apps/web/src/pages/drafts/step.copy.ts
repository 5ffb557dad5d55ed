import type { DraftStep, LateReportReason } from '#libs/domain';

export const STEP_WORDS: Readonly<
  Record<DraftStep, { readonly title: string; readonly intro: string | null }>
> = {
  person: {
    title: 'The person',
    intro:
      'Four short steps, about two minutes. Do not write an account of what happened: only what a first responder needs to call safely.',
  },
  contact: {
    title: 'Safe contact',
    intro: 'Only a number that the person named themselves.',
  },
  report: { title: 'The report', intro: null },
  agreement: { title: 'Agreement', intro: null },
};

export const STEP_FRAME = {
  caption: 'Log a referral',
  whoSees: 'Only first responders see the name and the number, and each look is recorded.',
  more: 'More that helps us call safely (optional)',
  cover: 'Cover screen',
  next: 'Continue',
  readAloud: (serviceName: string) =>
    `Someone from ${serviceName} can call you. They are independent of us; we are told only whether they reached you. You can say no now, or at any time later. May they call?`,
  draft: (until: string) =>
    `Each step is saved as you go, for you alone. If you do not send it, it is deleted ${until}.`,
} as const;

/** Who else may see it is decided behind the desk, and never said here (P7). */
export const WORKS_FOR = {
  label: 'Does the person, or someone close to them, work for one of these?',
  hint: 'Leave it if you have not been told. There is no need to ask.',
  blank: 'No, or I do not know',
} as const;

export const REPORTED = {
  legend: 'When was it reported to police?',
  hint: 'Both clocks start here. We have filled in the time it is now.',
  missing: 'Enter when it was reported to police',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time it was reported to police',
} as const;

export const ASK_AGAIN = {
  legend: 'I will ask again by',
  hint: 'Only if you chose to ask again. Both clocks run until then.',
  missing: 'Enter when you will ask again for a safe number',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time by which you will ask again',
} as const;

export const LATE_REASON_WORDS: Readonly<Record<Exclude<LateReportReason, 'not-given'>, string>> = {
  'agreed-later': 'The person agreed later',
  'asked-later': 'The person was asked later',
  overlooked: 'It was overlooked',
  'transferred-from-another-force': 'Another force passed it on',
  other: 'Another reason',
};

export const AGREEMENT_CHOICES = [
  { value: 'agreed', text: 'Yes, they agreed' },
  {
    value: 'not-asked-yet',
    text: 'They have not been asked yet',
    hint: 'The referral goes now and both clocks run, and your team gets a task to ask. The name and the number stay shut until the person agrees.',
  },
  { value: 'not-now', text: 'Not now', hint: 'Nothing that identifies the person is sent or kept.' },
  { value: 'no', text: 'No', hint: 'Nothing that identifies the person is sent or kept.' },
] as const;

export const SEND_ANYWAY = {
  summary: 'They have not been asked, and it cannot wait',
  intro:
    'With a ground in law the name and the number are open to first responders at once, for three days at most. Somebody else reviews it.',
  basis: 'On what ground?',
  why: 'Why can it not wait until they have been asked?',
  whyHint: 'One sentence. It is sealed; the reviewer reads it.',
} as const;

export const ALTERNATIVE_CHOICES = [
  { value: 'third-party', text: 'Somebody else can pass a message safely' },
  {
    value: 'safe-place',
    text: 'There is a safe place to meet',
    hint: 'Such as the SARC, a school or a GP appointment.',
  },
  { value: 'ask-again', text: 'I will ask the person again' },
] as const;

export const STEP_ERRORS = {
  name: 'Enter a name to ask for, or what the person is known as',
  age: 'Enter an age in years or a date of birth',
  ageUnreadable:
    'Enter an age such as 27, or a date of birth such as 27 3 1998 with all four figures of the year',
  ageTooEarly: 'Enter a date of birth from 1900 on',
  bornInFuture: 'The date of birth must be in the past',
  bornAfterReport: 'The date of birth must be before the report',
  district: 'Select the district the person lives in',
  number:
    'Enter a number that is safe to call, or open “There is no safe number yet” and say what happens instead',
  numberUnreadable: 'Enter a telephone number, such as 07700 900123 or +44 7700 900123',
  numberExtension: 'Enter a number without an extension: an extension could reach someone else',
  email: 'Enter an e-mail address, such as name@example.org',
  alternative: 'Select what happens until there is a safe number',
  askAgainPast: 'The time to ask again must be in the future',
  agreement: 'Select whether the person has agreed to be called',
  sendAnyway: 'Select the ground in law',
  sendAnywayWhy: 'Enter why it cannot wait until the person has been asked',
  lateReason: 'It was reported more than 7 days ago. Select why the referral comes now',
  notOnTheList: 'Select one of the answers on the list',
  tooLong: (most: number) => `Shorten this to ${most} characters or fewer`,
  inTheFuture: 'The report must be now or in the past',
  tooEarly: 'Check the year of the report: it is before 1950',
  calendarEnds:
    'The bank holidays after that time are not known yet, so no deadline can be given. Phone the first responders, and tell an administrator',
  month: 'Select the month of the report',
} as const;

export const CHANGED_ELSEWHERE = {
  title: 'This step was changed in another window',
  lead: 'Nothing was overwritten and nothing is lost. What you typed here is still below. In the other window these answers are different now:',
  then: 'Press Continue to keep what is on this page.',
} as const;

export const DRAFT_GONE =
  'There is no draft here. It was sent or deleted, or its time ran out. If it was sent, you find it under My referrals.';
export const DRAFT_UNREADABLE =
  'Drafts cannot be opened just now, so nothing was saved. Keep this window open and try again in a few minutes. If it is urgent, phone the first responders.';
