import type { DecideErasureOutcome, ProposeErasureOutcome, Refused } from '#libs/casework';
import type { ErasureCause, ErasureDeclineReason, ErasureState } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const CAUSE_WORDS: Readonly<Record<ErasureCause, string>> = {
  request: 'The person asked for it',
  retention: 'The schedule says it may go',
  replayed: 'Erased before, and again after a backup was restored',
};

export const STATE_WORDS: Readonly<Record<ErasureState, string>> = {
  suggested: 'Suggested',
  proposed: 'Waits for a second person',
  approved: 'Approved, about to be erased',
  underway: 'Being erased',
  done: 'Erased',
  declined: 'Kept',
  withdrawn: 'Taken back',
};

export const DECLINE_WORDS: Readonly<Record<ErasureDeclineReason, string>> = {
  'still-needed': 'The record is still needed',
  'wrong-person': 'It is about another person',
  'rule-does-not-fit': 'The rule of the schedule does not fit this case',
  'not-the-right-time': 'Not now: ask again later',
};

export const LIST = {
  title: 'Erasures',
  intro:
    'Erasing destroys the key of one person’s record. Nobody can read it again, in this system or in any backup. The figures keep their counts.',
  schedule: 'How long records are kept, and what is on hold',
  suggestedTitle: 'Suggested by the schedule',
  noneSuggested: 'Nothing is due.',
  openTitle: 'Being decided',
  noneOpen: 'Nothing waits.',
  endedTitle: 'Lately',
  noneEnded: 'Nothing was erased yet.',
  open: 'Open',
  newTitle: 'A person has asked for their record to be erased',
  referenceLabel: 'Reference of the case',
  referenceHint:
    'For example, WM-4F7K-9Q2D. The case must be closed, and no hold, open safeguarding task or open request may stand.',
  propose: 'Propose the erasure',
  proposed: 'The erasure is proposed.',
  proposedNext: 'A second person decides. Nothing has been erased.',
  missing: 'Enter the reference of the case',
  notThere: 'There is no record of yours with this reference. Check it, or ask who handles the case',
} as const;

export const SHOW = {
  title: 'Erase a record',
  proposeLegend: 'Should a second person be asked to erase it?',
  decideLegend: 'Erase this record for good?',
  proposeChoice: 'Yes, put it before a second person',
  approveChoice: 'Yes, erase it',
  approveHint: 'There is no way back. The key is destroyed within seconds.',
  declineChoice: 'No, keep it',
  reasonLegend: 'Why is it kept?',
  withdraw: 'Take the proposal back',
  own: 'You proposed it, so another person decides.',
  submit: 'Save',
  missing: 'Select what should happen',
  reasonMissing: 'Select why it is kept',
  saved: {
    suggested: '',
    proposed: 'A second person decides now.',
    approved: 'Approved. The record is erased within seconds.',
    underway: '',
    done: '',
    declined: 'The record is kept.',
    withdrawn: 'The proposal is taken back.',
  } satisfies Readonly<Record<ErasureState, string>>,
  stale: 'Somebody has decided about this since you opened the page. Open it again.',
} as const;

export const HINDRANCES = {
  'case-open': {
    sentence: 'The case is still open. Close it first: an open case needs its record',
    field: 'reference',
  },
  'on-hold': {
    sentence: 'A hold stands on this record. Lift it first, if its reason has passed',
    field: 'reference',
  },
  'safeguarding-open': {
    sentence: 'A safeguarding task about this person is still open. Settle it first: it needs the record',
    field: 'reference',
  },
  'request-open': {
    sentence: 'A request about this record is not answered yet. Answer it first, for it needs the record',
    field: 'reference',
  },
  'support-goes-on': {
    sentence:
      'A service supports this person, or has been asked to. End that with the service first, on the Support tab of the case',
    field: 'reference',
  },
  'already-proposed': {
    sentence: 'An erasure of this record waits already. Find it in the list below',
    field: 'reference',
  },
  'already-erased': { sentence: 'This record has been erased already', field: 'reference' },
} as const;

export const PROPOSE_REFUSALS: RefusalCopy<ReasonsOf<ProposeErasureOutcome>> = HINDRANCES;

export const DECIDE_REFUSALS: RefusalCopy<ReasonsOf<DecideErasureOutcome>> = {
  'case-open': { sentence: HINDRANCES['case-open'].sentence },
  'on-hold': { sentence: HINDRANCES['on-hold'].sentence },
  'safeguarding-open': { sentence: HINDRANCES['safeguarding-open'].sentence },
  'request-open': { sentence: HINDRANCES['request-open'].sentence },
  'support-goes-on': { sentence: HINDRANCES['support-goes-on'].sentence },
  'already-proposed': { sentence: HINDRANCES['already-proposed'].sentence },
  'already-erased': { sentence: HINDRANCES['already-erased'].sentence },
  'not-due-any-more': {
    sentence: 'Records of this kind are kept longer by now, so it is not due any more. Keep it.',
  },
  'already-decided': { sentence: 'It has been decided already. Open the list again.' },
  'same-person': { sentence: SHOW.own },
  'not-yours': { sentence: 'Only whoever proposed it can take it back.' },
};
