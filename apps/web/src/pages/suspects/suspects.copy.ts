import type {
  AskConflictAgainOutcome,
  DecideConflictOutcome,
  RecordSuspectOutcome,
  Refused,
} from '#libs/casework';
import type { AskAgainReason, ConflictKeyKind, ConflictState } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const SUSPECT = {
  title: 'Record who the suspect is',
  intro:
    'Ask for this only if the person wants to say. It is kept apart from the case, sealed, and nobody can read it here again. It serves to keep people safe: that the same worker never helps both sides without knowing.',
  nameLabel: 'The suspect’s name',
  nameHint: 'First and last name, as far as they are known',
  otherLabel: 'Another name they use (optional)',
  bornLegend: 'Their date of birth, if it is known (optional)',
  bornHint: 'For example, 27 3 1998',
  submit: 'Seal and save',
  saved: 'It is saved and sealed.',
  savedNext:
    'There is nothing more for you to do. If it changes how the person is kept safe, a duty lead tells you.',
} as const;

export const SUSPECT_MISSING = {
  name: 'Enter the suspect’s name',
  tooLong: 'A name must be 120 characters or fewer',
  notADate: 'Enter a real date of birth, such as 27 3 1998, or leave it empty',
} as const;

export const SUSPECT_REFUSALS: RefusalCopy<ReasonsOf<RecordSuspectOutcome>> = {
  'no-whole-name': {
    sentence: 'Enter a first and a last name, or a name and a date of birth',
    field: 'name',
  },
  'case-closed': { sentence: 'This case is closed, so nothing can be added to it.' },
  unreadable: {
    sentence: 'It cannot be sealed just now, so nothing was saved. Try again in a few minutes.',
    problem: 'unavailable',
  },
};

export const CONFLICTS = {
  title: 'Conflicts',
  intro:
    'A suspect who may be a person the service supports. Only duty leads see this page. Nothing of either case has changed, and nobody else has been told. Never tell either person that the other is known here.',
  empty: 'Nobody who was recorded as a suspect looks like a person the service supports.',
  open: 'Read and decide',
  waitingTitle: 'Waiting for a decision',
  decidedTitle: 'Decided',
  openDecided: 'Read again',
  overdue: 'Overdue',
} as const;

export const SHARED_WORDS: Readonly<Record<ConflictKeyKind, string>> = {
  'name-pair': 'two names sound alike',
  'name-year': 'a name and the year of birth agree',
  'name-day': 'a name and the day of birth agree',
};

export const STATE_WORDS: Readonly<Record<ConflictState, string>> = {
  held: 'Waiting for a decision',
  'put-off': 'Put off: look again',
  'different-person': 'A different person',
  'separate-workers': 'Kept apart',
};

export const DECIDE = {
  title: 'Decide on a conflict',
  namesKey: 'Recorded as the suspect',
  bornKey: 'Date of birth',
  unknown: 'Not known',
  unreadable: 'The record cannot be opened just now. Try again in a few minutes.',
  recorded: 'That you read this is recorded with your name.',
  legend: 'What do you decide?',
  missing: 'Select what you decide',
  submit: 'Save the decision',
  different: 'It is a different person',
  separate: 'It may be the same person: keep their workers apart',
  separateHint:
    'Whoever works with one of them can no longer find the other, also after a handover. Plan other days and another place for their appointments.',
  putOff: 'Not now: look again by the end of the next working day',
  saved: 'The decision is saved.',
  askedAgain: 'Asked again',
  askedAgainHint: 'What was decided before stands until it is decided anew.',
  another:
    'You asked this again. You may leave it as it was or put it off; another duty lead gives any other answer.',
  savedSeparate: 'A wall stands on both cases. Those who work with them were told nothing.',
} as const;

export const DECIDE_REFUSALS: RefusalCopy<ReasonsOf<DecideConflictOutcome>> = {
  'same-worker': {
    sentence:
      'One colleague answers for both cases. Assign one of them to somebody else first, then decide here',
    field: 'decision',
  },
  'second-person': {
    sentence:
      'You asked this again, so another duty lead must give another answer. Leave it as it was, or put it off',
    field: 'decision',
  },
  'decided-already': { sentence: 'This was decided already. Open the list again.' },
};

export const ASK_AGAIN = {
  title: 'A conflict that was decided',
  legend: 'Ask it again',
  intro:
    'It is held for decision once more. A wall that keeps workers apart stands until another duty lead gives another answer.',
  reason: 'Why is it asked again?',
  missing: 'Select why it is asked again',
  submit: 'Ask again',
  saved: 'It is held for decision again.',
} as const;

export const ASK_AGAIN_WORDS: Readonly<Record<AskAgainReason, string>> = {
  'new-details': 'We have learnt something new',
  'chosen-by-mistake': 'It was chosen by mistake',
  'no-longer-needed': 'It is no longer needed',
  'one-service':
    'One service has both of them, or one of them was taken back from it. Read the Support page of both cases, and put a wall before an adviser or the service where that is needed',
};

export const ASK_AGAIN_REFUSALS: RefusalCopy<ReasonsOf<AskConflictAgainOutcome>> = {
  'not-decided': { sentence: 'This waits for a decision already. Open the list again.' },
};
