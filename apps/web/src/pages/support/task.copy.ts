import type {
  AcknowledgeSupportTaskOutcome,
  ChangeSupportTaskOutcome,
  Refused,
  SendSupportTaskOutcome,
} from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const TASK = {
  back: 'Support tasks',
  said: { transfer: 'The person agreed', other: 'The person asked for it' },
  endTitle: 'How it ended',
  endLegend: 'What came of it?',
  needlessTitle: 'Or nobody needs to send it',
  needlessLegend: 'Why not?',
  endSubmit: 'Record it',
  next: {
    'abuse-review': {
      legend: 'If it is still so: when is it looked at again?',
      hint: 'Within three months. Else leave it empty.',
    },
    'sample-review': {
      legend: 'If they are kept on: until when?',
      hint: 'The new date that the referral centre gave. Else leave it empty.',
    },
    'case-review': {
      legend: 'When is the support reviewed next?',
      hint: 'A day that suits the person.',
    },
  },
  sendTitle: 'It was sent',
  sendIntro:
    'Send it by their own form or by phone: Waymark sends nothing. Record here who has it; the clock of their answer starts now.',
  to: 'Whom did you send it to?',
  toHint: 'The name of the person or the team there. It is kept sealed.',
  sendSubmit: 'Record that it was sent',
  noGroundTitle: 'Not yet: there is no ground to tell them who the person is',
  noGround:
    'Ask the person, and record under Consent that they agree to their name and safe contact going there; or ask for an override.',
  consent: 'Consent and sharing',
  override: 'Ask for an override',
  answerTitle: { transfer: 'They have the person', other: 'They have it' },
  by: 'Who said so?',
  byHint: 'The name of the person there. It is kept sealed.',
  theirReference: 'Their reference (optional)',
  when: { legend: 'When did they say so?', hint: 'We have filled in the time it is now.' },
  answerSubmit: { transfer: 'Record it and close our case', other: 'Record that they have it' },
  takeBack: {
    transfer: 'They do not take the person on',
    'check-in': 'The person does not want it any more',
  },
  takeBackText: {
    transfer: 'The case goes on with us as if nothing had happened. Nothing was stopped meanwhile.',
    'check-in': 'Nobody calls on that day. The person can ask again at any time.',
  },
  take: 'Make it mine',
  call: 'Call the person',
  callHint: 'The Call page shows a number only while it is safe to call.',
  noCall: 'Nobody contacts the person for this.',
  case: 'The case',
  hub: 'Safety, samples and dates',
  saved: 'Recorded',
  changed:
    'A colleague changed this task in the meantime, so nothing was saved. Open it again to see where it stands.',
} as const;

export const TASK_ERRORS = {
  outcome: 'Select what came of it',
  next: 'Enter the next day',
  to: 'Enter whom you sent it to',
  by: 'Enter who said so',
  tooLong: 'Shorten this to 100 characters or fewer',
  moment: {
    missing: 'Enter when they said so',
    notADate: 'Enter a real date, such as 27 3 2027',
    timeMissing: 'Enter the time at which they said so',
  },
} as const;

const STANDS = 'Open the task again to see where it stands.';

export const TASK_REFUSALS: RefusalCopy<
  | ReasonsOf<ChangeSupportTaskOutcome>
  | ReasonsOf<SendSupportTaskOutcome>
  | ReasonsOf<AcknowledgeSupportTaskOutcome>
> = {
  settled: { sentence: `A colleague has settled it already. ${STANDS}` },
  'not-begun': { sentence: 'It has not begun: nothing is done before its day.' },
  'sent-already': { sentence: `It has been sent already. ${STANDS}` },
  'not-sent-yet': { sentence: 'It has not been sent yet, so nobody can have answered.' },
  'is-not-sent': { sentence: 'This is done here and sent to nobody.' },
  'must-be-sent': { sentence: 'This is sent to somebody, or it is not needed. Choose one of them.' },
  'no-such-end': { sentence: 'Select one of the answers', field: 'outcome' },
  'in-the-future': { sentence: 'The time must be now or in the past', field: 'answeredDay' },
  'before-it-was-sent': { sentence: 'The answer cannot be older than the sending', field: 'answeredDay' },
  'no-ground': {
    sentence:
      'There is no ground to tell them who the person is: neither consent nor an override stands at this moment.',
    field: 'to',
  },
  'own-already': { sentence: 'It is yours already.' },
  'not-in-the-future': { sentence: 'The day must be later than today', field: 'nextDay' },
  'too-far-ahead': { sentence: 'Choose a day within three months', field: 'nextDay' },
  'taken-in-the-future': { sentence: 'Check the day on which the samples were taken', field: 'nextDay' },
  'kept-until-before-taken': {
    sentence: 'The day must be later than the day they were taken',
    field: 'nextDay',
  },
  'kept-until-past': { sentence: 'That day has passed. Ask the referral centre', field: 'nextDay' },
  'kept-too-long': { sentence: 'Check the year until which they are kept', field: 'nextDay' },
  'next-day-missing': { sentence: TASK_ERRORS.next, field: 'nextDay' },
  'review-day-not-ahead': {
    sentence: 'The day of the next review must be later than today',
    field: 'nextDay',
  },
  'review-day-too-late': { sentence: 'Choose an earlier day for the next review', field: 'nextDay' },
  'case-closed': { sentence: 'This case is closed.' },
  unreadable: {
    sentence: 'The words cannot be sealed just now, so nothing was saved. Try again in a few minutes.',
  },
};
