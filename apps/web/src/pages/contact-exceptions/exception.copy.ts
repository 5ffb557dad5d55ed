import type { ExceptionReason, ExceptionRefusal } from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

export const EXCEPTION = {
  title: 'Record why contact had to wait',
  intro:
    'A listed reason is kept beside the deadline. It never moves, pauses or excuses it: the figure is published with and without it.',
  reasonLegend: 'What is the reason?',
  submit: 'Save the reason',
  saved: 'The reason is on record.',
  savedNext: 'Both deadlines stay what they were; an adjusted time stands beside them.',
  savedWaits:
    'It began some time ago, so it counts once a colleague has confirmed it. Both deadlines stay what they were.',
} as const;

export const REASON_WORDS: Readonly<Record<ExceptionReason, string>> = {
  'asked-to-wait': 'The person asked us to wait',
  'no-safe-route': 'There was no safe way to reach the person',
  'wrong-details-with-police': 'The details that police held were wrong',
  'no-interpreter': 'No interpreter was available',
};

export const REASON_MISSING = 'Select the reason';

export const FROM = {
  legend: 'From when?',
  hint: 'For example, 27 3 2026 and 4:30pm',
  missing: 'Enter from when',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time it began',
} as const;

export const TO = {
  legend: 'Until when?',
  hint: 'It may lie ahead, for example when the person named a day',
  missing: 'Enter until when',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time it ends',
} as const;

export const REFUSALS: RefusalCopy<ExceptionRefusal> = {
  'ends-before-it-starts': { sentence: 'The end must be after the beginning', field: 'toDay' },
  'too-long': { sentence: 'A reason can last 30 days at most. Enter an earlier end', field: 'toDay' },
  'starts-in-the-future': { sentence: 'The beginning must be now or in the past', field: 'fromDay' },
  'starts-before-the-report': {
    sentence: 'The beginning must not be before the report to police',
    field: 'fromDay',
  },
  'not-reached-yet': {
    sentence: 'Record first how the person was reached: only they can ask us to wait',
    field: 'reason',
  },
  'no-interpreter-asked-for': {
    sentence: 'Record first that an interpreter was asked for and none was to be had',
    field: 'reason',
  },
  'interpreter-was-booked': {
    sentence:
      'An interpreter was booked for then or earlier. If nobody came, record first that none was to be had. Otherwise choose another reason',
    field: 'reason',
  },
  'case-closed': { sentence: 'This case is closed, so nothing can be added to it.' },
};
