import type {
  KeepDisclosureOutcome,
  MoveNoteOutcome,
  RecordTherapyMilestoneOutcome,
  WriteNoteOutcome,
} from '#libs/casework';
import type {
  DisclosureWish,
  HandOverTo,
  NoteWall,
  RecordWall,
  TherapyMilestoneKind,
  TherapyState,
} from '#libs/domain';
import { LONG_NOTE, LONGEST_NOTE } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type Reasons<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const WALL_TITLES: Readonly<Record<RecordWall, string>> = {
  contact: 'Contact notes',
  advocacy: 'Advocacy notes',
  supervision: 'Supervision notes',
  therapy: 'Therapy milestones',
};

export const WALL_READERS: Readonly<Record<RecordWall, string>> = {
  contact: 'First responders, duty leads and service managers of this agency read these. Nobody else does.',
  advocacy:
    'The worker who supports the person and your coordinator read these, as long as the person agrees that you support them. First responders and the police do not.',
  supervision: 'Duty leads and managers, or your coordinator, read these. The worker’s colleagues do not.',
  therapy:
    'Your service alone sees these. What is said in therapy is never written here: keep it in your own clinical record.',
};

export const NOTES = {
  back: 'The case',
  backToWork: 'Our cases',
  others: 'Other notes of this case',
  nothing: 'Nothing is written here yet.',
  logged: 'That you have looked at this is on record.',
  write: 'Write a note',
  disclosure: 'Record that they told you something new',
  more: 'older notes',
  by: (who: string) => `By ${who}`,
  writtenLater: (when: string) => `written ${when}`,
  corrects: (when: string) => `Corrects the note of ${when}`,
  correct: (when: string) => `Correct the note of ${when}`,
  move: (when: string) => `Move the note of ${when} to where it belongs`,
  movedFrom: (from: string, who: string, when: string) => `Moved here from ${from} by ${who}, ${when}`,
  marker: (who: string, when: string) =>
    `A note that stood here by mistake was moved by ${who}, ${when}. None of its words are kept here.`,
  unreadable: 'This note cannot be opened.',
  disclosed: 'They told us something new. What they said is not written down.',
  handOver: {
    police: (when: string) => `Record the report to the police that they agreed to on ${when}`,
    safeguarding: (when: string) => `Raise the safeguarding concern that they agreed to on ${when}`,
  },
  handOverByDesk: {
    police: 'They agreed that the police are told. Ring the first responders, who record it with them.',
    safeguarding:
      'They agreed that safeguarding is told. Follow your own safeguarding procedure now, and ring the first responders.',
  },
} as const;

export const WISHES: Readonly<Record<DisclosureWish, string>> = {
  now: 'They want something done about it now',
  later: 'They want to come back to it later',
  no: 'They want nothing done about it',
};

export const HAND_OVER_WORDS: Readonly<Record<HandOverTo, string>> = {
  police: 'The police',
  safeguarding: 'Safeguarding',
};

const WHEN = {
  missing: 'Enter the day it happened',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time it happened',
} as const;

export const MOMENT = {
  words: WHEN,
  legend: 'When did it happen?',
  hint: 'For example, 27 3 2026 and 4:30pm',
} as const;

export const NOTE_FORM = {
  title: (wall: string) => `Write in ${wall.toLowerCase()}`,
  intro: [
    'Write what was done and agreed: when you were in touch, how, what you will do next.',
    'Do not write what happened to them, what they remember, or anything about evidence. Notes can be asked for in court. Do not write what was said in therapy.',
    'A note cannot be changed afterwards. If it is wrong, write another that corrects it.',
  ],
  correcting: (when: string) => `This corrects the note of ${when}, which stays as it is.`,
  text: 'The note',
  textHint: 'A few sentences are enough.',
  readAgain: 'This note is long',
  readAgainHint: `Notes over ${LONG_NOTE} characters often hold an account. Take out anything that tells what happened, then save it.`,
  readAgainYes: 'I have read it again. It says what was done and agreed, not what they told me',
  submit: 'Save the note',
  saved: {
    title: 'The note is saved',
    lines: ['It is sealed, and only those who read this wall can open it.'],
  },
} as const;

export const DISCLOSURE_FORM = {
  title: 'They told you something new',
  intro: [
    'Record that it happened and what the person wants. There is no room for what they said: that is theirs to tell, to whom they choose.',
    'If somebody is in danger now, ring 999 first.',
  ],
  wish: 'What do they want to come of it?',
  handOver: 'Did they agree that somebody is told now?',
  handOverHint: 'Only that there is something to talk about, and how to reach them. Leave empty if nobody.',
  agreed: 'How did they agree?',
  agreedHint: 'Only if somebody is told now',
  agreedNot: 'Nobody is told',
  submit: 'Save that it happened',
  saved: { title: 'It is recorded that they told you something new', lines: [] },
  wishMissing: 'Select what they want to come of it',
} as const;

export const MOVE_FORM = {
  title: 'Move a note to where it belongs',
  intro: [
    'The note moves with all its words. Here stays only that a note was moved, by whom and when.',
    'If you may not read where it goes, you will not see it again.',
  ],
  to: 'Where does it belong?',
  submit: 'Move the note',
  missing: 'Select where the note belongs',
  saved: { title: 'The note is moved', lines: [] },
} as const;

export const MILESTONE_WORDS: Readonly<Record<TherapyMilestoneKind, string>> = {
  started: 'Therapy started',
  paused: 'Therapy paused',
  resumed: 'Therapy started again after a pause',
  ended: 'Therapy ended',
  sessions: 'Sessions held so far',
};

export const THERAPY_STATES_WORDS: Readonly<Record<TherapyState, string>> = {
  'not-started': 'Not started',
  'going-on': 'Going on',
  paused: 'Paused',
  ended: 'Ended',
};

export const THERAPY = {
  state: 'Where it stands',
  sessions: 'Sessions held',
  when: 'When',
  what: 'What',
  by: 'Recorded by',
  count: (sessions: number) => `${sessions} sessions held so far`,
  record: 'Record a milestone',
  noMilestone: 'No milestone is recorded yet.',
} as const;

export const MILESTONE_FORM = {
  title: 'Record a milestone of therapy',
  intro: ['There is no room for words here, and none are needed.'],
  kind: 'What is the milestone?',
  sessions: 'Sessions held so far',
  sessionsHint: 'Only for the number of sessions. A whole number, such as 6',
  submit: 'Save the milestone',
  missing: 'Select what the milestone is',
  notANumber: 'Enter the number of sessions as a whole number, such as 6',
  saved: { title: 'The milestone is recorded', lines: [] },
} as const;

const MOMENTS = {
  'in-the-future': { sentence: 'Enter a time that has passed', field: 'atDay' },
  'too-long-ago': { sentence: 'Enter a time within the last year', field: 'atDay' },
} as const;
const UNREADABLE = {
  sentence: 'The notes of this person cannot be opened just now. Nothing was saved. Try again later.',
} as const;

export const NOTE_REFUSALS: RefusalCopy<Reasons<WriteNoteOutcome>> = {
  ...MOMENTS,
  empty: { sentence: 'Enter the note', field: 'text' },
  'too-long': { sentence: `The note must be ${LONGEST_NOTE} characters or fewer`, field: 'text' },
  long: {
    sentence: 'Read the long note again, and tick that it holds no account',
    field: 'readAgain',
  },
  'nothing-to-correct': {
    sentence: 'The note that this would correct is not here any more. Write it as a note of its own.',
  },
  unreadable: UNREADABLE,
};

export const DISCLOSURE_REFUSALS: RefusalCopy<Reasons<KeepDisclosureOutcome>> = {
  ...MOMENTS,
  'only-when-they-want-it': {
    sentence: 'Tell nobody, or select that they want something done now',
    field: 'handOver',
  },
  'agreement-first': { sentence: 'Select how they agreed that somebody is told', field: 'agreed' },
  'agreed-to-nothing': { sentence: 'Select who is told, or that nobody is', field: 'handOver' },
};

export const MOVE_REFUSALS: RefusalCopy<Reasons<MoveNoteOutcome>> = {
  'moved-already': { sentence: 'This note was moved already. Look at the notes again.' },
  'not-yours': { sentence: 'Only who wrote this note, or somebody who leads, can move it.' },
  'not-there': { sentence: 'Select a place that notes of your agency can go to', field: 'to' },
  unreadable: UNREADABLE,
};

export const MILESTONE_REFUSALS: RefusalCopy<Reasons<RecordTherapyMilestoneOutcome>> = {
  ...MOMENTS,
  'before-the-last': {
    sentence: 'Enter a time that is not before the last milestone',
    field: 'atDay',
  },
  'does-not-follow': {
    sentence: 'Select a milestone that can follow the last one',
    field: 'kind',
  },
  'fewer-sessions': {
    sentence: 'Enter as many sessions as were counted before, or more, up to 500',
    field: 'sessions',
  },
  'sessions-missing': {
    sentence: 'Enter the number of sessions for that milestone, and leave it empty for any other',
    field: 'sessions',
  },
};

/** A wall as it is chosen from a list. */
export function wallTitle(wall: NoteWall): string {
  return WALL_TITLES[wall];
}
