import type {
  BookingOutcome,
  CallBackOutcome,
  ExhaustedOutcome,
  FollowUpOutcome,
  SafeWordsOutcome,
} from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import type { ReasonsOf } from '../requests/done';
import { CLOSED, UNREADABLE } from '../requests/refusal.copy';

export const FOLLOW_UP_REFUSALS: RefusalCopy<ReasonsOf<FollowUpOutcome>> = {
  'no-conversation': {
    sentence: 'Nobody was spoken with in this attempt, so there is nothing to say about it.',
  },
  'already-told': { sentence: 'This was answered before: record a new attempt if something has changed.' },
  'only-who-spoke': { sentence: 'Only the person who spoke with them can say how they knew whom it was.' },
  'not-accepted': { sentence: 'A colleague did not confirm this attempt, so it counts for nothing.' },
};

export const CALL_BACK_REFUSALS: RefusalCopy<ReasonsOf<CallBackOutcome>> = {
  'not-ahead': { sentence: 'at must be in the future', field: 'at' },
  'too-far-ahead': { sentence: 'at must be within the next 30 days', field: 'at' },
  'not-reached-yet': {
    sentence: 'Record first how the person was reached: only they can ask for a call at a time.',
  },
  'contact-stopped': { sentence: 'All contact with this person is stopped: no call can be promised.' },
  'case-closed': CLOSED,
};

export const EXHAUSTED_REFUSALS: RefusalCopy<ReasonsOf<ExhaustedOutcome>> = {
  'attempts-left': {
    sentence:
      'There are agreed attempts left: make them, or ask a duty lead to propose it for another reason',
    field: 'basis',
  },
  'only-a-lead': { sentence: 'Only a duty lead may propose it for this reason', field: 'basis' },
  'not-being-tried': { sentence: 'This person is not being tried just now, so there is nothing to end.' },
  'already-asked': { sentence: 'This is with a lead already.' },
  'case-closed': CLOSED,
};

export const BOOKING_REFUSALS: RefusalCopy<ReasonsOf<BookingOutcome>> = {
  'not-needed': { sentence: 'Nobody said that this person needs an interpreter.' },
  'in-the-past': { sentence: 'forAt must be now or in the future', field: 'forAt' },
  'too-far-ahead': { sentence: 'forAt must be within the next 30 days', field: 'forAt' },
  'case-closed': CLOSED,
};

export const SAFE_WORDS_REFUSALS: RefusalCopy<ReasonsOf<SafeWordsOutcome>> = {
  'unknown-route': { sentence: 'routeId must be the id of a route of this case', field: 'answerers.routeId' },
  'stop-word-is-code-word': {
    sentence: 'The stop word must not sound like the code word: agree another one',
    field: 'stopWord',
  },
  'nothing-to-change': { sentence: 'Send at least one value that has changed.', field: 'body' },
  unreadable: UNREADABLE,
};
