import type { AttemptRefusal } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const ATTEMPT = {
  title: 'Record a contact attempt',
  outcomeLegend: 'What happened?',
  outcomeHint: 'Trying and speaking with the person are counted apart. Write no account of what was said.',
  routeLegend: 'Which number or way?',
  otherRoute: 'Another way, or none of these',
  timeNow: 'It was',
  timeOther: 'Change the time',
  submit: 'Save the attempt',
  submitNext: 'Save and open the next case',
} as const;

export const HAPPENED = {
  legend: 'When was it?',
  hint: 'We have filled in the time it is now.',
  missing: 'Enter when the attempt was made',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time of the attempt',
} as const;

export const ATTEMPT_ERRORS = {
  outcome: 'Select what happened',
  route: 'Select which number or way you used',
} as const;

export const REFUSALS: RefusalCopy<AttemptRefusal | 'unknown-route' | 'no-conversation'> = {
  'in-the-future': { sentence: 'The attempt must be now or in the past', field: 'happenedDay' },
  'before-the-report': {
    sentence: 'The attempt must not be before the report to police',
    field: 'happenedDay',
  },
  'unknown-route': { sentence: ATTEMPT_ERRORS.route, field: 'route' },
  'no-conversation': { sentence: ATTEMPT_ERRORS.outcome, field: 'outcome' },
  'case-closed': { sentence: 'This case is closed, so nothing can be added to it.' },
};

export const SAVED = {
  title: 'The attempt is saved.',
  waits:
    'It happened before a deadline that has passed since. It counts once a colleague has confirmed it: they see it in the list of things to confirm.',
  listed:
    'The card lists somebody who may answer, so the number stays in use. If it was not them, tell your duty lead now.',
  followUp:
    'It counts as reached. It counts as a conversation once it is said how you knew whom you spoke with.',
  nothingNext: 'There is no other case to open: nothing is waiting for a call.',
  suspended:
    'That number is on hold for everyone, from now. Tell your duty lead: a safety check comes before any further call.',
  quarantined: 'That number is out of use for everyone, from now. The officer is asked for a new one.',
} as const;
