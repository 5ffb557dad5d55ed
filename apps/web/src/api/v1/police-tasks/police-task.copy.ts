import type { AnswerTaskOutcome, AskPoliceOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import { CLOSED, UNREADABLE } from '../requests/refusal.copy';
import type { ReasonsOf } from '../requests/done';

export const ANSWER_REFUSALS: RefusalCopy<ReasonsOf<AnswerTaskOutcome>> = {
  'task-settled': { sentence: 'Your team has answered this already, or it is not needed any more.' },
  'unusable-number': { sentence: 'This number cannot be used: give a different one', field: 'route.number' },
  'not-safe-to-call': {
    sentence: 'A number that is safe to call was asked for: without one, answer ask-again',
    field: 'route.call',
  },
  'not-in-the-future': { sentence: 'askAgainAt must be in the future', field: 'askAgainAt' },
  'too-far-ahead': { sentence: 'askAgainAt must be within the next two days', field: 'askAgainAt' },
  'not-an-answer-to-this': {
    sentence: 'answer must be one of the answers that the task lists',
    field: 'answer',
  },
  unreadable: UNREADABLE,
};

export const ASK_REFUSALS: RefusalCopy<ReasonsOf<AskPoliceOutcome>> = {
  'asked-already': {
    sentence: 'The team has this question already: wait for the answer, or ring them',
    field: 'kind',
  },
  'known-already': { sentence: 'The referral has a crime number already', field: 'kind' },
  'no-police-team': {
    sentence:
      'No police team sent this referral through the service, so there is nobody to ask: ring whoever referred.',
  },
  'case-closed': CLOSED,
};
