import type {
  BookAppointmentOutcome,
  ChangeAppointmentOutcome,
  RemindOfAppointmentOutcome,
  Refused,
} from '#libs/casework';
import type { AppointmentPlace, AppointmentReason, AppointmentState } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { RECORD_CLOSED, RECORD_UNREADABLE } from '../case-records/record.copy';
import { QUEUE_REFUSALS } from '../person-messages/person-message.copy';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const PLACE_WORDS: Readonly<Record<AppointmentPlace, string>> = {
  'at-our-centre': 'At our centre',
  'at-another-service': 'At another service',
  'at-home': 'At home',
  'by-phone': 'By phone',
  'by-video': 'By video',
  'at-court': 'At court',
  'at-police-station': 'At a police station',
  'somewhere-else': 'Somewhere else',
};

export const STATE_WORDS: Readonly<Record<AppointmentState, string>> = {
  booked: 'Booked',
  confirmed: 'Booked, and the person confirmed it',
  attended: 'It took place',
  'not-attended': 'It did not take place',
  moved: 'Moved',
  cancelled: 'Cancelled',
};

export const REASON_WORDS: Readonly<Record<AppointmentReason, string>> = {
  'person-asked': 'The person asked for it',
  'not-safe-then': 'It would not have been safe then',
  'person-not-ready': 'It was not a good time for the person',
  'we-could-not': 'We could not',
  'place-not-free': 'The place was not free',
  'did-not-meet': 'We did not meet; nothing more is known',
};

export const APPOINTMENTS = {
  title: 'Appointments',
  intro: [
    'When and where we meet. Nothing is sent by booking: somebody asks the day before by a safe way, and a reminder goes only where the person said that it is safe.',
  ],
  ahead: 'Ahead',
  past: 'Past, moved or cancelled',
  columns: ['When', 'Where', 'In words', 'Where it stands'],
  nothingAhead: 'Nothing is booked.',
  nothingPast: 'Nothing before.',
  tellNow: 'Say how it went',
  wordless: 'No words',
  book: 'Book an appointment',
  confirm: 'The person confirmed it',
  remind: 'Send a reminder',
  move: 'Move it',
  cancel: 'Cancel it',
  attend: 'It took place',
  'not-attend': 'It did not take place',
} as const;

const WHEN = {
  moment: {
    missing: 'Enter when the appointment is',
    notADate: 'Enter a real date for the appointment, such as 27 3 2027',
    timeMissing: 'Enter the time of the appointment',
  },
} as const;

export const BOOK_FORM = {
  title: 'Book an appointment',
  intro: ['At a time and place that the person chose and that is safe for them.'],
  place: 'Where?',
  placeMissing: 'Select where',
  words: 'Where exactly? (optional)',
  wordsHint: 'An address, a room, how to get in. It is kept sealed.',
  when: 'When?',
  whenHint: 'For example, 27 3 2027 at 2:30pm.',
  ...WHEN,
  minutes: 'How many minutes?',
  minutesHint: 'An hour is usual.',
  minutesMissing: 'Enter how many minutes it takes, such as 60',
  submit: 'Book it',
  saved: { title: 'The appointment is booked', lines: ['Nothing was sent to anybody.'] },
} as const;

export const MOVE_FORM = {
  ...BOOK_FORM,
  title: 'Move an appointment',
  intro: ['The one that was to be stays on record. A reminder of it that has not left never leaves.'],
  reason: 'Why is it moved?',
  reasonMissing: 'Select why it is moved',
  submit: 'Move the appointment',
  saved: { title: 'The appointment is moved', lines: [] },
} as const;

export const END_FORMS = {
  cancel: {
    title: 'Cancel an appointment',
    intro: ['A reminder that has not left never leaves.'],
    reason: 'Why is it cancelled?',
    reasonMissing: 'Select why it is cancelled',
    submit: 'Cancel the appointment',
    saved: { title: 'The appointment is cancelled', lines: [] },
  },
  'not-attend': {
    title: 'It did not take place',
    intro: ['There are many good reasons not to come. Nobody is to blame, and nothing is taken away.'],
    reason: 'What do you know of why?',
    reasonMissing: 'Select what you know of why',
    submit: 'Record it',
    saved: { title: 'Recorded', lines: [] },
  },
} as const;

export const STEP_FORMS = {
  confirm: {
    title: 'The person confirmed the appointment',
    intro: ['They said, by a safe way, that the time still suits.'],
    submit: 'Record that they confirmed it',
    saved: { title: 'The appointment is confirmed', lines: [] },
  },
  attend: {
    title: 'The appointment took place',
    intro: ['That you met. What was said does not belong here.'],
    submit: 'Record that it took place',
    saved: { title: 'Recorded', lines: [] },
  },
} as const;

export const REMIND_FORM = {
  title: 'Send a reminder',
  intro: [
    'The one text that the person chose, with the time of the appointment and nothing else. It names no service and no place. Whether it is still safe is asked again before it leaves.',
  ],
  route: 'Which way?',
  routeMissing: 'Select a way',
  nowhere:
    'No way is safe for messages, so nothing can be sent. Ask the person, and change the safe-contact card first.',
  submit: 'Send it when it is safe',
  saved: { title: 'The reminder waits for a safe time', lines: ['It is listed under Messages.'] },
} as const;

const TIME_REFUSALS = {
  'starts-in-the-past': { sentence: 'The time of the appointment must be in the future', field: 'startsDay' },
  'starts-too-far-ahead': { sentence: 'Choose a time within two years', field: 'startsDay' },
  'minutes-out-of-range': { sentence: 'Enter between 5 and 720 minutes', field: 'minutes' },
  unreadable: RECORD_UNREADABLE,
  'case-closed': RECORD_CLOSED,
} as const;

export const BOOK_REFUSALS: RefusalCopy<ReasonsOf<BookAppointmentOutcome>> = TIME_REFUSALS;

export const CHANGE_REFUSALS: RefusalCopy<ReasonsOf<ChangeAppointmentOutcome>> = {
  ...TIME_REFUSALS,
  settled: { sentence: 'A colleague has settled this appointment already.' },
  'not-begun-yet': { sentence: 'It has not begun yet, so nothing can be said of how it went.' },
  'has-begun': { sentence: 'It has begun already. Say how it went, or cancel it.' },
  'confirmed-already': { sentence: 'It is confirmed already.' },
  'reason-missing': { sentence: 'Select a reason', field: 'reason' },
};

export const REMIND_REFUSALS: RefusalCopy<ReasonsOf<RemindOfAppointmentOutcome>> = {
  ...QUEUE_REFUSALS,
  'not-ahead': { sentence: 'It has begun already, so a reminder would come too late.' },
  'too-far-ahead': { sentence: 'A reminder can be sent within thirty days of the appointment.' },
  settled: { sentence: 'This appointment is settled, so there is nothing to remind of.' },
};
