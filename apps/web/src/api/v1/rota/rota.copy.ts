import type { KeepRotaOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import type { ReasonsOf } from '../requests/done';

export const ROTA_REFUSALS: RefusalCopy<ReasonsOf<KeepRotaOutcome>> = {
  'ends-before-it-starts': { sentence: 'toAt must be after fromAt', field: 'toAt' },
  'too-long': { sentence: 'A shift lasts 7 days at most: give an earlier toAt', field: 'toAt' },
  'over-already': { sentence: 'toAt must be in the future', field: 'toAt' },
  overlaps: {
    sentence: 'Somebody else is on call for part of that time: change their shift first, or give other times',
    field: 'fromAt',
  },
  'not-on-the-team': {
    sentence: 'userId must be somebody who works on the team now: read who can be on call',
    field: 'userId',
  },
  'on-leave': {
    sentence: 'userId is on leave for part of that time: name somebody else, or give other times',
    field: 'userId',
  },
};
