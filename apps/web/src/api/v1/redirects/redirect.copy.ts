import type { AcknowledgeRedirectOutcome, RedirectOutcome, TakeBackOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import type { ReasonsOf } from '../requests/done';
import { UNREADABLE } from '../requests/refusal.copy';

const NOTHING_WAITS = {
  sentence: 'No redirect waits for an answer: read the case to see where it stands.',
};

export const REDIRECT_REFUSALS: RefusalCopy<ReasonsOf<RedirectOutcome>> = {
  'case-closed': { sentence: 'The case is closed, so it cannot be redirected.' },
  'already-redirecting': { sentence: 'A colleague has begun to redirect this case.' },
  'not-ready-for-redirect': { sentence: 'The referral is in no state to be redirected.' },
};

export const ACKNOWLEDGE_REFUSALS: RefusalCopy<ReasonsOf<AcknowledgeRedirectOutcome>> = {
  'nothing-to-acknowledge': NOTHING_WAITS,
  'acknowledged-in-the-future': {
    sentence: 'acknowledgedAt must be now or in the past',
    field: 'acknowledgedAt',
  },
  'acknowledged-before-asked': {
    sentence: 'acknowledgedAt cannot be before the redirect',
    field: 'acknowledgedAt',
  },
  'record-unreadable': UNREADABLE,
};

export const TAKE_BACK_REFUSALS: RefusalCopy<ReasonsOf<TakeBackOutcome>> = {
  'nothing-to-take-back': NOTHING_WAITS,
};
