import type { CloseCaseOutcome, CorrectDeathOutcome, RecordDeathOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import {
  CORRECT_REFUSALS as PAGE_CORRECT,
  DEATH_REFUSALS as PAGE_DEATH,
  END_REFUSALS as PAGE_END,
} from '../../../pages/endings/endings.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';

export const END_REFUSALS: RefusalCopy<ReasonsOf<CloseCaseOutcome>> = {
  ...inBody(PAGE_END, { door: 'door', checkInDay: 'checkInOn', saidHow: 'saidHow', seen: 'seen' }),
  'settle-first': { sentence: 'Settle the transfers, tasks and promised calls that are under way first.' },
};
export const DEATH_REFUSALS: RefusalCopy<ReasonsOf<RecordDeathOutcome>> = inBody(PAGE_DEATH, {
  diedDay: 'diedOn',
});
export const CORRECT_REFUSALS: RefusalCopy<ReasonsOf<CorrectDeathOutcome>> = inBody(PAGE_CORRECT, {});
