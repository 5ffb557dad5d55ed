import type { ChangeLeaveOutcome, PlanLeaveOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import type { ReasonsOf } from '../requests/done';

export const PLAN_LEAVE_REFUSALS: RefusalCopy<ReasonsOf<PlanLeaveOutcome>> = {
  'ends-before-it-starts': { sentence: 'toAt must be after fromAt', field: 'toAt' },
  'too-long': { sentence: 'Leave lasts a year at most: give an earlier toAt', field: 'toAt' },
  'over-already': { sentence: 'toAt must be in the future', field: 'toAt' },
  overlaps: {
    sentence: 'Leave is planned for part of that time: give other times, or change that leave first',
    field: 'fromAt',
  },
  'not-on-the-team': { sentence: 'userId must be somebody who works on the team now', field: 'userId' },
};

export const CHANGE_LEAVE_REFUSALS: RefusalCopy<ReasonsOf<ChangeLeaveOutcome>> = {
  'begun-already': { sentence: 'This leave has begun, so it cannot be cancelled: say that they are back.' },
  'not-begun': { sentence: 'This leave has not begun: cancel it instead.' },
  'over-already': { sentence: 'This leave is over already.' },
};
