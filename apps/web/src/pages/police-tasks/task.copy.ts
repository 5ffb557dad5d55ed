import type { AskPoliceOutcome, AnswerTaskOutcome } from '#libs/casework';
import type { AskCause, TaskAnswer, TaskKind, Withdrawal } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

/** What a team is asked, in a line and in a sentence. Nothing here says why: the police are not told (P7). */
export const TASK_WORDS: Readonly<Record<TaskKind, { readonly title: string; readonly ask: string }>> = {
  'find-safe-route': {
    title: 'Find a safe number',
    ask: 'First responders have no number that is safe to call. Please ask the person for one.',
  },
  'wrong-number': {
    title: 'Check the number',
    ask: 'The number on the referral cannot be used. Please ask the person for one that is safe to call.',
  },
  'ask-agreement': {
    title: 'Ask whether they agree to a call',
    ask: 'The referral says that the person has not been asked yet. Please ask whether first responders may call.',
  },
  'add-crime-number': {
    title: 'Add the crime number',
    ask: 'The referral was sent without a crime number. Please add it once it is recorded.',
  },
};

export const TEAM_TASKS = {
  title: 'Team tasks',
  intro:
    'First responders need these from your team. Anyone on shift can answer, whoever sent the referral. The person’s own clock keeps running meanwhile.',
  empty: 'Nothing is waiting for your team.',
} as const;

export const LIST = {
  forTheCall: 'Before anyone can call',
  forTheRecord: 'For the record',
} as const;

export const WAITING = {
  title: 'Questions to police teams',
  intro: 'What police teams have been asked, and by when. When one is overdue, ring the team.',
  empty: 'Nothing is waiting for the police.',
} as const;

export const TASK_PAGE = {
  caption: 'Team task',
  initialsLabel: 'Initials',
  crimeNumber: 'Crime number',
  unreadable: 'Cannot be read just now',
  recorded: 'Your look at the initials is recorded.',
  answerLegend: 'What can you tell us?',
  submit: 'Send the answer',
  crimeLabel: 'Crime number',
  crimeHint: 'For example, 42/12345/26.',
} as const;

export const ANSWER_WORDS: Readonly<Record<TaskAnswer | 'ask-again', string>> = {
  'route-given': 'Here is a number that is safe to call',
  'crime-number-given': 'Here is the crime number',
  agreed: 'The person agrees to be called',
  'no-contact-wanted': 'The person does not want to be contacted',
  'ask-again': 'Not yet: we will try again',
};

export const ANSWER_HINTS: Readonly<Partial<Record<TaskAnswer | 'ask-again', string>>> = {
  'no-contact-wanted': 'First responders will not call. The person can change their mind at any time.',
  'ask-again': 'The task stays open and stays due when it was due.',
};

export const ASK_AGAIN = {
  legend: 'When will your team try again?',
  hint: 'Within the next two days.',
  missing: 'Enter when your team will try again',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time at which your team will try again',
} as const;

export const TASK_ERRORS = {
  answer: 'Select what you can tell us',
  crimeNumber: 'Enter the crime number',
  crimeNumberUnreadable: 'Enter a crime number of 4 to 30 letters, numbers, / and -, such as 42/12345/26',
} as const;

export const ANSWER_REFUSALS: RefusalCopy<Extract<AnswerTaskOutcome, { kind: 'refused' }>['reason']> = {
  'task-settled': { sentence: 'Your team has answered this already, or it is not needed any more.' },
  'unusable-number': { sentence: 'This number cannot be used. Enter a different one', field: 'number' },
  'not-safe-to-call': {
    sentence: 'We asked for a number that is safe to call. If you do not have one yet, select “Not yet”',
    field: 'call',
  },
  'not-in-the-future': { sentence: 'The time to try again must be in the future', field: 'againDay' },
  'too-far-ahead': { sentence: 'The time to try again must be within the next two days', field: 'againDay' },
  'not-an-answer-to-this': { sentence: TASK_ERRORS.answer, field: 'answer' },
  unreadable: {
    sentence:
      'The record cannot be opened just now, so nothing can be sealed in it. Try again in a few minutes.',
    problem: 'unavailable',
  },
};

export const ANSWERED: Readonly<Record<TaskAnswer, string>> = {
  'route-given': 'Thank you. First responders have the number now.',
  'crime-number-given': 'Thank you. The crime number is with the referral.',
  agreed: 'Thank you. First responders know that they may call.',
  'no-contact-wanted': 'Thank you. First responders know not to make contact.',
};

export const NOTED = (when: string) => `Noted: your team will try again ${when}. The task stays open.`;

/** To an officer every reason is the same, but one that they are told of anyway. */
export const WITHDRAWN_WORDS: Readonly<Record<Withdrawal, string>> = {
  'person-reached': 'It is not needed any more: first responders have reached the person.',
  'route-found': 'It is not needed any more.',
  'not-wanted': 'It is not needed any more.',
  'case-closed': 'It is not needed any more.',
};

export const CHANGED = 'Somebody was quicker. Nothing of yours was saved.';

export const ASK = {
  title: 'Ask the police',
  intro:
    'The question goes to the police team that sent the referral, with a time by which they should answer. They are told what you ask and nothing else.',
  kindLegend: 'What do you need?',
  causeLegend: 'Why do you ask?',
  causeHint: 'For our own record. The police do not see it.',
  submit: 'Ask the team',
  kind: 'Select what you need',
  cause: 'Select why you ask',
} as const;

export const ASK_KINDS: Readonly<Record<TaskKind, string>> = {
  'find-safe-route': 'A number that is safe to call',
  'wrong-number': 'A check of the number: it seems to be the wrong one',
  'ask-agreement': 'Whether the person agrees to be called',
  'add-crime-number': 'The crime number',
};

export const CAUSE_WORDS: Readonly<Record<AskCause, string>> = {
  'another-number-wanted': 'Another way to reach the person would be safer',
  'details-do-not-fit': 'The details we have do not fit together',
  'needed-for-the-record': 'We need it for the record',
};

export const ASKED = {
  title: 'The police team has been asked.',
  due: (when: string) => `They should answer by ${when}.`,
};

export const ASK_REFUSALS: RefusalCopy<Extract<AskPoliceOutcome, { kind: 'refused' }>['reason']> = {
  'asked-already': {
    sentence: 'The team has this question already. Wait for the answer, or ring them',
    field: 'kind',
  },
  'known-already': {
    sentence: 'The referral has a crime number already. Ask for something else',
    field: 'kind',
  },
  'no-police-team': {
    sentence:
      'No police team sent this referral through the service, so there is nobody to ask here. Ring whoever referred.',
  },
  'case-closed': { sentence: 'This case is closed, so nothing more is asked about it.' },
};

/** What an officer may pass on, worked out as on the receipt. */
export const CALL_TIME = {
  from: (when: string) =>
    `You may tell the person: someone will call you, from ${when} and only at times you said are safe.`,
  none: 'We cannot give a time for the call: the safe times and our opening hours never meet.',
} as const;
