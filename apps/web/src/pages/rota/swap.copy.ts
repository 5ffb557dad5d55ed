import type { AnswerSwapOutcome, AskSwapOutcome } from '#libs/casework';
import type { SwapState } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type Reasons<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const SWAP = {
  title: 'Ask a colleague to take this shift',
  intro:
    'The shift stays yours until they accept. Whoever keeps the rota sees what you ask, and what they answer.',
  who: 'Whom do you ask?',
  whoMissing: 'Select whom you ask',
  nobody: 'There is no colleague to ask. Ask a duty lead.',
  submit: 'Ask them',
  ask: 'Ask a colleague to take it',
  heading: 'Shifts that colleagues are asked to take',
  nothing: 'Nobody is asked to take a shift.',
  effect: 'Nothing of the rota changes until the colleague accepts.',
  decidedHeading: 'Answered in the last 14 days',
  line: (from: string, to: string, span: string) =>
    `${from} ${from === 'You' ? 'ask' : 'asks'} ${to} to take ${span}.`,
  accept: 'Take the shift',
  decline: 'Say no',
  withdraw: 'Take the question back',
  asked: { title: 'Asked.', lines: ['The shift stays yours until they accept.'] },
  accepted: { title: 'The shift is yours.', lines: ['You get urgent pages from its start.'] },
  declined: { title: 'You said no.', lines: ['The shift stays where it was.'] },
  withdrawn: { title: 'The question is taken back.', lines: ['The shift stays where it was.'] },
  stale: 'Somebody changed this shift after you opened the page. Nobody was asked. Look at the rota again.',
} as const;

export const SWAP_STATES: Readonly<Record<SwapState, string>> = {
  asked: 'Not answered',
  accepted: 'They took it',
  declined: 'They said no',
  withdrawn: 'Taken back',
  lapsed: 'Ended, because the shift changed or is over',
};

export const ASK_REFUSALS: RefusalCopy<Reasons<AskSwapOutcome>> = {
  'not-your-shift': { sentence: 'This shift is a colleague’s. They can ask, or a duty lead can change it.' },
  'to-yourself': { sentence: 'The shift is yours already. Select somebody else', field: 'to' },
  'over-already': { sentence: 'This shift is over.' },
  'asked-already': { sentence: 'Somebody is asked already. Take that question back first.' },
  'not-on-the-team': {
    sentence: 'Select somebody who works on the team now; this person’s account or role has changed',
    field: 'to',
  },
  'on-leave': {
    sentence: 'This person is on leave for part of that time. Select somebody else',
    field: 'to',
  },
};

export const ANSWER_REFUSALS: RefusalCopy<Reasons<AnswerSwapOutcome>> = {
  'already-answered': { sentence: 'This was answered or taken back before. Look at the rota again.' },
  'not-for-you': { sentence: 'Somebody else is asked to take this shift.' },
  'shift-changed': {
    sentence:
      'The shift has changed since you were asked, so nothing moved. Ask your colleague to ask again.',
  },
  'over-already': { sentence: 'This shift is over.' },
  'on-leave': { sentence: 'You are on leave for part of that time, so the shift stays where it was.' },
};
