import type { Machine } from '../machine';

export type ReferralState =
  | 'draft'
  | 'submitted'
  | 'match-review'
  | 'returned'
  | 'out-of-scope'
  | 'redirected'
  | 'linked-duplicate'
  | 'accepted-for-triage'
  | 'withdrawn'
  | 'abandoned';

export type ReferralEvent =
  | 'submit'
  | 'abandon'
  | 'find-no-match'
  | 'find-likely-match'
  | 'find-missing-safety-answer'
  | 'decide-same-report'
  | 'decide-new'
  | 'unlink'
  | 'fix'
  | 'accept-as-it-is'
  | 'judge-out-of-scope'
  | 'redirect'
  | 'take-back'
  | 'withdraw';

/** Practice §2.1. The clock runs from the report whatever the state: no state here can pause it. */
export const referralMachine: Machine<ReferralState, ReferralEvent> = {
  name: 'referral',
  initial: 'draft',
  terminal: ['redirected', 'withdrawn', 'abandoned'],
  transitions: {
    draft: { submit: 'submitted', abandon: 'abandoned' },
    submitted: {
      'find-no-match': 'accepted-for-triage',
      'find-likely-match': 'match-review',
      'find-missing-safety-answer': 'returned',
      withdraw: 'withdrawn',
    },
    'match-review': {
      'decide-same-report': 'linked-duplicate',
      'decide-new': 'accepted-for-triage',
      withdraw: 'withdrawn',
    },
    returned: { fix: 'submitted', 'accept-as-it-is': 'accepted-for-triage', withdraw: 'withdrawn' },
    'accepted-for-triage': {
      'decide-same-report': 'linked-duplicate',
      'judge-out-of-scope': 'out-of-scope',
      withdraw: 'withdrawn',
    },
    'out-of-scope': { redirect: 'redirected', 'take-back': 'accepted-for-triage' },
    redirected: {},
    'linked-duplicate': { unlink: 'accepted-for-triage' },
    withdrawn: {},
    abandoned: {},
  },
};
