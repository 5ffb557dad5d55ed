import type { DecideMatchOutcome, UndoMatchOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import { DECIDE_REFUSALS as PAGE_REFUSALS } from '../../../pages/matching/matching.copy';
import type { ReasonsOf } from '../requests/done';
import { UNREADABLE } from '../requests/refusal.copy';

export const DECIDE_REFUSALS: RefusalCopy<ReasonsOf<DecideMatchOutcome>> = {
  ...PAGE_REFUSALS,
  'already-decided': { sentence: 'Somebody has decided this already: read it again to see what they chose.' },
  'case-closed': {
    sentence: 'One of the two cases is closed, so it cannot take a report on: decide same-person instead.',
  },
  'being-redirected': {
    sentence:
      'One of the two is being redirected to another body: take the redirect back or wait for the answer.',
  },
  'record-unreadable': UNREADABLE,
};

export const UNDO_REFUSALS: RefusalCopy<ReasonsOf<UndoMatchOutcome>> = {
  'nothing-to-undo': { sentence: 'Nothing is decided here that could be taken back.' },
};
