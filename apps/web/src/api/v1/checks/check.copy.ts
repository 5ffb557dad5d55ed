import type { CheckRefusal } from '#libs/domain';
import type { RefusalCopy } from '../../../errors/refusal';

export const CHECK_REFUSALS: RefusalCopy<CheckRefusal> = {
  'not-allowed': { sentence: '', problem: 'not-found' },
  'same-person': { sentence: 'You asked for this check yourself: somebody else has to look at it.' },
  'moved-on': { sentence: 'The case has moved on since this was asked: read it to see where it stands.' },
  'already-decided': { sentence: 'Somebody has already decided this check.' },
};
