import type { ChangeComplaintOutcome, RecordComplaintOutcome, Refused } from '#libs/casework';
import type { ComplaintAbout, ComplaintEvent, ComplaintFinding, ComplaintState } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { RECORD_UNREADABLE } from '../case-records/record.copy';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const ABOUT_WORDS: Readonly<Record<ComplaintAbout, string>> = {
  'our-service': 'Our service',
  'a-worker': 'A worker of ours',
  'another-service': 'Another service',
  police: 'The police',
  'court-or-prosecution': 'The court or the prosecution',
};

export const STATE_WORDS: Readonly<Record<ComplaintState, string>> = {
  received: 'Received; to be acknowledged',
  acknowledged: 'Acknowledged; to be answered',
  answered: 'Answered',
  reopened: 'The answer was not enough; to be answered again',
  closed: 'Closed',
  withdrawn: 'Taken back by the person',
};

export const FINDING_WORDS: Readonly<Record<ComplaintFinding, string>> = {
  upheld: 'They are right',
  'partly-upheld': 'They are partly right',
  'not-upheld': 'We found nothing wrong',
  'passed-to-body': 'Passed on to the body that it is about, with their agreement',
};

export const STEP_WORDS: Readonly<Record<ComplaintEvent, string>> = {
  acknowledge: 'It is acknowledged',
  answer: 'Answer it',
  reopen: 'The answer was not enough',
  close: 'Close it',
  withdraw: 'The person takes it back',
};

export const COMPLAINTS = {
  title: 'Complaints',
  intro: [
    'A complaint changes nothing about the support. Whoever it is about sees neither it nor what is done about it.',
  ],
  section: 'What was complained of',
  columns: ['About', 'Received', 'Where it stands', 'To be answered by'],
  nothing: 'There is none that you may see.',
  late: 'Overdue',
  add: 'Record a complaint',
  read: 'Read it',
  one: (about: string, when: string) => `${about}, received ${when}`,
  settled: 'Nothing waits',
  registerTitle: 'Register of complaints',
  registerIntro:
    'Complaints that are not closed, the first to be answered first. What is about you is not here.',
  registerColumns: ['Case', 'About', 'Where it stands', 'To be answered by'],
  words: 'In their words',
  unreadable: 'They cannot be read just now.',
  back: 'Contact board',
} as const;

export const COMPLAINT_FORM = {
  title: 'Record a complaint',
  intro: [
    'Thank the person, and tell them by when they hear from us. The history of the case does not say that there is a complaint.',
    'One about yourself is taken by a colleague.',
  ],
  about: 'What is it about?',
  aboutMissing: 'Select what it is about',
  worker: 'If it is about a worker of ours: who?',
  workerMissing: 'Select who it is about, or that it names nobody',
  nobody: 'It names nobody',
  words: 'What does the person complain of?',
  wordsHint: 'In their words. They are sealed, and reading them is recorded.',
  wordsMissing: 'Enter what the person complains of',
  when: 'When did it reach us?',
  whenHint: 'We have filled in the time it is now.',
  moment: {
    missing: 'Enter when it reached us',
    notADate: 'Enter a real date for when it reached us, such as 27 3 2027',
    timeMissing: 'Enter the time at which it reached us',
  },
  submit: 'Record the complaint',
  saved: { title: 'The complaint is recorded', lines: ['A lead or a manager acknowledges and answers it.'] },
} as const;

export const STEP_FORM = {
  intro: {
    acknowledge: 'You told the person, by a safe way, that we have it and by when they hear from us.',
    answer: 'You told the person, by a safe way, what was found and what changes.',
    reopen: 'The person says that the answer is not enough. It is answered again.',
    close: 'Nothing more is to be done.',
    withdraw: 'The person does not want it looked at. What was seen to be wrong is put right all the same.',
  },
  finding: 'What was found?',
  findingMissing: 'Select what was found',
  submit: 'Record the step',
  saved: { title: 'The step is recorded', lines: [] },
} as const;

export const RECORD_REFUSALS: RefusalCopy<ReasonsOf<RecordComplaintOutcome>> = {
  'received-in-the-future': {
    sentence: 'When it reached us must be now or in the past',
    field: 'receivedDay',
  },
  'about-yourself': { sentence: 'It is about you: ask a colleague to take it', field: 'worker' },
  'no-such-worker': {
    sentence: 'Choose “A worker of ours” above to name somebody, and somebody who works here',
    field: 'worker',
  },
  unreadable: RECORD_UNREADABLE,
};

export const STEP_REFUSALS: RefusalCopy<ReasonsOf<ChangeComplaintOutcome>> = {
  'no-such-step': { sentence: 'That cannot be done with it as it stands. Open it again.' },
  'handled-by-whom-it-is-about': { sentence: 'Somebody else handles this complaint.' },
  'finding-missing': { sentence: STEP_FORM.findingMissing, field: 'finding' },
};
