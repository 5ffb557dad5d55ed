import type { CloseCaseOutcome, CorrectDeathOutcome, RecordDeathOutcome } from '#libs/casework';
import type {
  AskedAnswer,
  BereavedFamily,
  ChosenEndReason,
  DeathMistake,
  DeathToldBy,
  Door,
  EndReason,
  UnderWay,
} from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import type { WordsByType } from '../cases/event-words';

type Reasons<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const END_REASON_WORDS: Readonly<Record<EndReason, string>> = {
  'needs-met': 'They have what they needed',
  'person-ended': 'They no longer want support',
  'lost-contact': 'We can no longer reach them',
  moved: 'They have moved away',
  declined: 'They do not want support',
  transferred: 'Another area has taken them on',
  died: 'They have died',
  ineligible: 'This service is not for what they need',
  safety: 'Going on would not be safe for them',
};

export const END_HINTS: Readonly<Partial<Record<ChosenEndReason, string>>> = {
  declined: 'They said no when we first spoke',
  'person-ended': 'They had support, and it is enough for now',
  moved: 'Hand the case to the other area first, if they want support there',
};

export const DOOR_WORDS: Readonly<Record<Door, string>> = {
  'any-time': 'They know that they can come back at any time',
  'they-will-say': 'They will get in touch themselves, and do not want to be asked',
  'not-asked': 'We could not ask',
};

export const ANSWER_WORDS: Readonly<Record<AskedAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-asked': 'Not asked',
};

export const END = {
  title: 'End this case',
  ended: 'How this case ended',
  intro:
    'Ending a case ends our part, never the person’s rights. Support that a service has begun goes on. They can come back at any time.',
  settleTitle: 'Settle first',
  settleIntro: 'These stand in the way of ending the case.',
  endsTitle: 'These end with the case',
  goesOnTitle: 'This goes on',
  reason: 'Why does the case end?',
  door: 'Coming back',
  feedback: 'May we ask them how it was?',
  reopening: 'May we get in touch if the police open their case again?',
  sameWorker: 'Would they want the same worker when they come back?',
  checkIn: 'A day on which they want us to get in touch (optional)',
  checkInHint: 'An anniversary, or a date at court. Only if they asked. For example, 27 3 2027',
  saidHow: 'How did they ask for that day?',
  saidHowNot: 'They asked for no day',
  seen: 'What ends with the case',
  seenYes: 'I have seen what ends with the case',
  submit: 'End the case',
  saved: { title: 'The case has ended.', lines: ['They can come back at any time.'] },
  reasonMissing: 'Select why the case ends',
  doorMissing: 'Select what they said of coming back',
  feedbackMissing: 'Select whether we may ask how it was',
  reopeningMissing: 'Select whether we may get in touch',
  sameWorkerMissing: 'Select whether they would want the same worker',
  back: 'The case',
  keptUntil: 'Record kept until',
  keptWhy: 'by the schedule of the day it ended, unless something holds it',
  received: 'Support received',
  nothingReceived: 'None that a service began',
  endedOn: 'Ended',
  checkInOn: 'Asked us to get in touch on',
  noCheckIn: 'No day',
  worker: 'Answered for it last',
  comeBack: 'They want support again',
  last: 'They had support before',
  lastWords: (reference: string, when: string) => `${reference} ended ${when}.`,
  lastSame: (name: string) => `They said that they would want the same worker: ${name}.`,
  lastOther: (name: string) => `They said that they would rather not have the same worker (${name}).`,
  lastNotAsked: (name: string) => `${name} answered for it. Whether they want the same worker was not asked.`,
  handOver: 'Hand a case over',
} as const;

type Countable = Exclude<keyof UnderWay, 'runningClocks'>;

export const UNDER_WAY_WORDS: Readonly<Record<Countable, (count: number) => string>> = {
  transfers: () => 'A hand-over to another area that it has not acknowledged',
  safeguarding: (count) => `Safeguarding tasks that are open: ${count}`,
  supportTasks: (count) => `Tasks of a kind of support that wait: ${count}`,
  promisedCalls: () => 'A call that was promised',
  unanswered: (count) => `Requests that no service has accepted: ${count}`,
  plannedContacts: (count) => `Planned contacts, plan tasks and reviews: ${count}`,
  goingOn: (count) => `Services that support them: ${count}`,
};

export const UNDER_WAY_WAYS: Readonly<Record<Countable, { readonly path: string; readonly text: string }>> = {
  transfers: { path: 'kinds-of-support', text: 'Take the hand-over back, or note who has it' },
  safeguarding: { path: 'person', text: 'Look at the safeguarding tasks' },
  supportTasks: { path: 'kinds-of-support', text: 'Look at the waiting tasks' },
  promisedCalls: { path: 'call', text: 'Make the call, or change it' },
  unanswered: { path: 'support', text: 'Look at the requests' },
  plannedContacts: { path: 'plan', text: 'Look at the plan' },
  goingOn: { path: 'support', text: 'Look at the support that goes on' },
};

export const END_REFUSALS: RefusalCopy<Reasons<CloseCaseOutcome>> = {
  'already-ended': { sentence: 'This case has ended already. Nothing was saved.' },
  'not-reached-yet': {
    sentence:
      'Nobody has reached the person yet, so the case cannot end. Go on trying, or sign that everything was tried.',
  },
  'clock-runs': {
    sentence: 'A deadline of first contact still has time left, so the case cannot end before it.',
  },
  'settle-first': { sentence: 'Settle what is listed under “Settle first”', field: 'reason' },
  'not-seen': { sentence: 'Tick that you have seen what ends with the case', field: 'seen' },
  'no-answer-without-reach': {
    sentence: 'Nobody spoke with them, so select “We could not ask” and “Not asked”, and no day',
    field: 'door',
  },
  'check-in-without-wish': {
    sentence: 'Leave the day empty, unless they asked for it and it is safe',
    field: 'checkInDay',
  },
  'said-how-missing': { sentence: 'Select how they asked for that day', field: 'saidHow' },
  'contact-stopped': {
    sentence: 'All contact is stopped, so leave the day empty',
    field: 'checkInDay',
  },
  'not-in-the-future': { sentence: 'Enter a day that lies ahead', field: 'checkInDay' },
  'too-far-ahead': { sentence: 'Enter a day that is not so far ahead', field: 'checkInDay' },
};

export const TOLD_BY_WORDS: Readonly<Record<DeathToldBy, string>> = {
  police: 'The police',
  family: 'Their family',
  'another-service': 'Another service',
  coroner: 'The coroner',
  other: 'Somebody else',
};

export const FAMILY_WORDS: Readonly<Record<BereavedFamily, string>> = {
  'wants-support': 'Somebody of the family wants support',
  'to-be-asked': 'The family is to be asked',
  'none-known': 'We know of no family',
};

export const MISTAKE_WORDS: Readonly<Record<DeathMistake, string>> = {
  'another-person': 'It was another person',
  'was-told-wrongly': 'We were told wrongly',
  'typed-wrongly': 'It was typed on the wrong case',
};

export const DEATH = {
  title: 'The person has died',
  intro:
    'From the moment you save this nothing goes to them: no call, message, letter, task or appointment, here and at every service. Their cases close.',
  restricted:
    'From then on only duty leads and the data-protection officer can open the record. If it was a mistake, a duty lead can take it back.',
  toldBy: 'Who told us?',
  diedOn: 'When did they die? (optional)',
  diedOnHint: 'For example, 27 3 2026',
  family: 'What about their family?',
  familyHint: 'Family of somebody who has died can have support here, under a case of their own.',
  submit: 'Save that they have died',
  toldByMissing: 'Select who told us',
  familyMissing: 'Select what about their family',
  saved: {
    title: 'It is saved that they have died. Everything is stopped.',
    lines: ['We are sorry. Only duty leads can open the record from now on.'],
  },
  standing: 'It is recorded that the person has died',
  toldByKey: 'Told by',
  diedOnKey: 'Died on',
  notSaid: 'Not said',
  familyKey: 'Family',
  recordedKey: 'Recorded',
  familySupport: 'Refer somebody of the family for support',
  correctTitle: 'If this was recorded by mistake',
  correctIntro:
    'The case goes on with the deadlines it always had. Messages, requests, tasks and appointments that were taken back stay so: look at each again.',
  because: 'Why was it a mistake?',
  becauseMissing: 'Select why it was a mistake',
  correct: 'Take it back: the person is alive',
  corrected: { title: 'It is taken back.', lines: ['Look at the safe-contact card before anybody calls.'] },
  back: 'The case',
} as const;

export const DEATH_REFUSALS: RefusalCopy<Reasons<RecordDeathOutcome>> = {
  'in-the-future': { sentence: 'Enter a day that has come', field: 'diedDay' },
  'too-long-ago': { sentence: 'Enter a day within the last ten years', field: 'diedDay' },
  'recorded-already': { sentence: 'It is recorded already that this person has died.' },
};

export const CORRECT_REFUSALS: RefusalCopy<Reasons<CorrectDeathOutcome>> = {
  'not-recorded': { sentence: 'No death is recorded for this person any more. Nothing was saved.' },
};

export const ENDING_WORDS: WordsByType = {
  'case.ending-kept': ({ reason }) => ({
    title: 'How the case ended was kept',
    detail: `${END_REASON_WORDS[reason as EndReason] ?? 'Another reason'}.`,
  }),
  'death.recorded': () => ({ title: 'The person has died, it was recorded' }),
  'death.corrected': ({ reason }) => ({
    title: 'The record of a death was taken back',
    detail: `${MISTAKE_WORDS[reason as DeathMistake] ?? 'It was a mistake'}.`,
  }),
};
