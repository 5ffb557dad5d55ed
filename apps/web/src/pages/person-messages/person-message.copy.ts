import type { AnswerReviewOutcome, CancelMessageOutcome, QueueMessageOutcome } from '#libs/casework';
import type {
  MessageChannel,
  MessageEnd,
  PersonMessageState,
  PersonTemplateId,
  ReviewAnswer,
  ReviewCause,
} from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { GATE_WORDS } from '../contact-attempts/outcome.copy';

export const MESSAGES = {
  title: 'Messages to them',
  intro:
    'Only the text that the person chose, and only where they said that it is safe. It names a day and a time: no name, no service, no reason.',
  newTitle: 'Tell them when you will ring',
  choose: 'Where should it go?',
  chooseMissing: 'Select where it should go',
  preview: 'This is all that it says',
  lockScreen: 'On a locked phone',
  subject: 'Subject',
  text: 'Text',
  leaves:
    'It leaves within seconds, or when the next safe time begins. What is on the card is asked again just before.',
  submit: 'Send this message',
  noWay: 'No message can go to them now.',
  noWayHint: 'What is safe is noted on the safe-contact card.',
  cardLink: 'The safe-contact card',
  listTitle: 'Sent and waiting',
  empty: 'No message has been written to them.',
  cancel: 'Take it back',
  saved: {
    title: 'The message is on its way.',
    lines: ['It leaves when it is safe by the card. You can take it back until then.'],
  },
  cancelled: { title: 'The message was taken back.', lines: ['Nothing of it has left.'] },
} as const;

export const WHEN = {
  legend: 'When will you ring?',
  hint: 'The message names this time. For example, 27 3 2026 and 4:30pm',
  missing: 'Enter the day',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time',
} as const;

export const CHANNEL_WORDS: Readonly<Record<MessageChannel, string>> = {
  email: 'E-mail',
  text: 'Text message',
};

export const TEMPLATE_WORDS: Readonly<Record<PersonTemplateId, string>> = {
  'we-will-ring': '“We will ring you”',
  reminder: '“Reminder”',
  'talk-then': '“Happy to talk”',
};

export const STATE_WORDS: Readonly<Record<PersonMessageState, string>> = {
  queued: 'Waiting to leave',
  'handed-over': 'Left',
  delivered: 'Arrived',
  failed: 'Did not arrive',
  withheld: 'Not sent',
  cancelled: 'Taken back',
};

export const END_WORDS: Readonly<Record<MessageEnd, string>> = {
  ...GATE_WORDS,
  'too-late': 'No safe time came before the time that it names.',
  'channel-off': 'This service sends no messages of that kind.',
  unreadable: 'The address could not be read.',
  'case-closed': 'The case was closed first.',
  'not-accepted': 'The other side did not take it.',
  bounced: 'It came back.',
  'given-up': 'The other side was busy three times.',
  'outcome-unknown': 'The line went dead, so it may have left. It was not sent again.',
  'stop-word': 'The stop word was said.',
  died: 'The person has died.',
  'asked-to-stop': 'They asked us to stop.',
  'consent-withdrawn': 'They took back their agreement to be contacted.',
  erased: 'Their record was erased.',
  'by-staff': 'A colleague took it back.',
};

export const QUEUE_REFUSALS: RefusalCopy<Extract<QueueMessageOutcome, { kind: 'refused' }>['reason']> = {
  'not-ahead': { sentence: 'The time must be in the future', field: 'aboutDay' },
  'too-far-ahead': { sentence: 'The time must be within the next 30 days', field: 'aboutDay' },
  'case-closed': { sentence: 'This case is closed, so nothing can be sent.' },
  'no-template': {
    sentence: 'The text that they chose is not approved any more. Ask them which one is right',
    field: 'route',
  },
  ...gateRefusals(),
};

function gateRefusals() {
  const entries = Object.entries(GATE_WORDS).map(([reason, sentence]) => [
    reason,
    { sentence, field: 'route' },
  ]);
  return Object.fromEntries(entries) as Record<keyof typeof GATE_WORDS, { sentence: string; field: string }>;
}

export const CANCEL_REFUSALS: RefusalCopy<Extract<CancelMessageOutcome, { kind: 'refused' }>['reason']> = {
  'already-gone': {
    sentence: 'It has left already, or somebody else took it back. The list of messages says which.',
  },
};

export const REVIEWS = {
  title: 'Safety reviews',
  intro:
    'A message did not arrive as it should. Its route is on hold everywhere until a duty lead has looked at it: think who may have seen it.',
  caseTitle: 'To look at: a message that did not arrive',
  empty: 'Nothing is waiting to be looked at.',
  legend: 'What becomes of this route?',
  missing: 'Select what becomes of the route',
  submit: 'Save the decision',
  leadOnly: 'A duty lead decides about it.',
  saved: { title: 'The safety review is answered.', lines: ['The route is as you decided.'] },
  open: 'Open the messages of the case',
  due: 'Look at it by',
  happened: 'What happened',
  late: 'overdue',
} as const;

export const CAUSE_WORDS: Readonly<Record<ReviewCause, string>> = {
  'not-accepted': 'The other side did not take the message.',
  bounced: 'The message came back.',
  'given-up': 'The other side was busy three times, so it was not tried again.',
  'outcome-unknown': 'The line went dead while it was being sent. It may have left.',
};

export const ANSWER_WORDS: Readonly<Record<ReviewAnswer, string>> = {
  'keep-on-hold': 'Keep it on hold: nobody uses it for now',
  'out-of-use': 'Take it out of use: it is wrong, or in other hands',
  'safe-again': 'Safe to use: the person said so',
};

export const REVIEW_REFUSALS: RefusalCopy<Extract<AnswerReviewOutcome, { kind: 'refused' }>['reason']> = {
  'already-answered': { sentence: 'Somebody has answered this safety review already. Nothing was saved.' },
};

export const REVIEW_STALE =
  'This safety review changed after you opened the page. Nothing was saved: open the case again.';

export const waitingReviews = (count: number) =>
  count === 1
    ? 'A safety review is waiting for a duty lead.'
    : `${count} safety reviews are waiting for a duty lead.`;
