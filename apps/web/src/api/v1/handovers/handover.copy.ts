import type { AssignCasesOutcome, OfferHandoverOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import type { ReasonsOf } from '../requests/done';

const RECEIVER = {
  sentence: 'toUserId must be a colleague of the desk who takes cases: read who may receive them',
  field: 'toUserId',
};

export const ASSIGN_REFUSALS: RefusalCopy<ReasonsOf<AssignCasesOutcome>> = {
  'no-cases': { sentence: 'Name at least one case', field: 'cases' },
  'too-many-cases': { sentence: 'Name 100 cases at most', field: 'cases' },
  'receiver-not-available': RECEIVER,
};

export const OFFER_REFUSALS: RefusalCopy<ReasonsOf<OfferHandoverOutcome>> = {
  'no-cases': { sentence: 'No open case is yours, so there is nothing to hand over.' },
  'receiver-not-available': RECEIVER,
  'to-yourself': {
    sentence: 'toUserId must be somebody else: your cases are yours already',
    field: 'toUserId',
  },
};

/** Why one answer to one offer did not move it. */
export const ANSWER_REFUSALS: RefusalCopy<
  'no-offers' | 'already-answered' | 'not-for-you' | 'owner-changed' | 'case-closed' | 'leave-over'
> = {
  'no-offers': { sentence: '', problem: 'not-found' },
  'already-answered': { sentence: 'Somebody answered this offer before, or it was taken back.' },
  'not-for-you': { sentence: 'This offer is for somebody else to answer.' },
  'owner-changed': {
    sentence: 'The case has another owner since the offer was made, so the offer moves nothing.',
  },
  'case-closed': { sentence: 'The case is closed.' },
  'leave-over': {
    sentence: 'The leave is over, and whoever was away answers for the case again. Nothing is to be done.',
  },
};
