/** What each form about a case says and asks. */
export const ABUSE_FORM = {
  title: 'Flag domestic abuse',
  intro: [
    'You say that there is domestic abuse: your name and the time stand beside it, and somebody looks at it again.',
    'Three tasks open with it: the DASH questions, a MARAC referral and a domestic abuse adviser. Nothing is sent by it.',
  ],
  why: 'What makes you say so?',
  whyHint: 'A few words, without an account of what happened. They are sealed, and reading them is recorded.',
  review: 'When is it looked at again?',
  reviewHint: 'Within three months. For example, 27 3 2027.',
  submit: 'Flag it and open the tasks',
} as const;

export const SAMPLES_FORM = {
  title: 'Record stored samples',
  intro: [
    'That the referral centre keeps samples, and until when. Never what they are or what they show.',
    'How long they are kept is not published for this area: ask the referral centre for the date.',
  ],
  taken: 'When were they taken?',
  kept: 'Until when are they kept?',
  keptHint: 'The date that the referral centre gave.',
  remind: 'Does the person want to be reminded before then?',
  remindHint: 'Some people want never to hear of it again. If nobody has asked them, choose no.',
  yes: 'Yes, they agreed to a call',
  no: 'No, or nobody has asked them',
  submit: 'Record the samples',
} as const;

export const SIGNPOST_FORM = {
  title: 'Told of other services',
  intro: [
    'The person goes there themselves. Nothing about them is passed on to anybody, and nothing waits for an answer.',
  ],
  kinds: 'What were they told of?',
  how: 'How?',
  when: { legend: 'When?', hint: 'We have filled in the time it is now.' },
  submit: 'Record it',
} as const;

export const CHECK_IN_FORM = {
  title: 'Check on the person on a day',
  intro: [
    'An anniversary, a date at court, any day that the person names. It stands after the case has closed too.',
    'On that day it is a task for the team to call by a safe way. Nothing is sent by itself, and the person can take it back at any time.',
  ],
  on: 'On which day?',
  onHint: 'Within three years. For example, 27 3 2027.',
  how: 'How did the person ask for it?',
  submit: 'Keep the day',
} as const;

export const TRANSFER_FORM = {
  title: 'Hand over to the service of another area',
  intro: [
    'Only when the person has agreed to go there. Speak to that service first: Waymark sends nothing.',
    'The case stays ours and every clock runs until they have said that they have the person. If nobody says so in time, the duty lead answers for it.',
  ],
  to: 'Which service takes the person on?',
  toHint: 'As it is called there. It is kept sealed.',
  how: 'How did the person agree to go there?',
  submit: 'Start the hand-over',
} as const;

export const POLICE_FORM = {
  title: 'The person has reported to the police',
  intro: [
    'Only the person themselves can do this. The record gains the crime number; that it began without the police stays in its history.',
    'Nothing goes to the police from here.',
  ],
  agency: 'Which force?',
  on: 'When did the person report it?',
  number: 'Crime number',
  numberHint: 'As the person gave it, for example ZZ/123456/26. It is kept sealed.',
  by: 'How do we know?',
  self: 'The person told us themselves',
  selfHint: 'Anybody else’s word is not enough.',
  submit: 'Record the report',
} as const;

export const CRIME_NUMBER_FORM = {
  title: 'Read the crime number again',
  intro: [
    'A colleague recorded the number that the person gave. One slip would pair them with somebody else’s report, so nobody is compared by it until a second person has written the same.',
    'Ask the person, or read what they sent. What your colleague wrote is not shown here.',
  ],
  number: 'Crime number',
  numberHint: 'As you read it, for example ZZ/123456/26. Spaces and strokes do not matter.',
  submit: 'Compare the two',
} as const;

export const LOWER_FORM = {
  title: 'Take the domestic abuse flag down',
  intro: [
    'That it stood, and who said so, stays in the history. What nobody has done yet is not asked any more; what was sent is still answered for.',
  ],
  why: 'Why?',
  submit: 'Take it down',
} as const;

export const FORM_ERRORS = {
  why: 'Enter what makes you say so',
  tooLong: 'Shorten this to 500 characters or fewer',
  lineTooLong: 'Shorten this to 100 characters or fewer',
  review: 'Enter when it is looked at again',
  taken: 'Enter when the samples were taken',
  kept: 'Enter until when they are kept',
  remind: 'Select whether the person wants to be reminded',
  kinds: 'Select at least one service',
  how: 'Select how',
  on: 'Enter a day',
  to: 'Enter the name of the service',
  agency: 'Select the force',
  reported: 'Enter when the person reported it',
  number: 'Enter the crime number',
  self: 'Select this when the person told us themselves; else there is nothing to record',
  lowering: 'Select why',
  moment: {
    missing: 'Enter when',
    notADate: 'Enter a real date, such as 27 3 2027',
    timeMissing: 'Enter the time',
  },
} as const;

export const PLAN_TASK_FORM = {
  title: 'Add a task to the plan',
  intro: [
    'Something to do for the person: what, by when and whose. Late, it is the duty lead’s to answer for.',
  ],
  matter: 'What is to be done?',
  matterMissing: 'Select what is to be done',
  words: 'In a few words (optional)',
  wordsHint:
    'Needed for “something else”. No account of what happened. They are sealed, and reading them is recorded.',
  due: 'By when?',
  dueHint: 'For example, 27 3 2027 at 2:30pm.',
  moment: {
    missing: 'Enter by when',
    notADate: 'Enter a real date by which it is done, such as 27 3 2027',
    timeMissing: 'Enter the time by which it is done',
  },
  owner: 'Whose is it?',
  owners: { me: 'Mine', 'case-owner': 'Whoever owns the case', team: 'The team’s' },
  ownerMissing: 'Select whose it is',
  submit: 'Add the task',
  saved: { title: 'The task is in the plan', lines: [] },
} as const;
