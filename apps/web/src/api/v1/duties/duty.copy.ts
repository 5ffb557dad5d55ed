import type { GrantEnhancedRightsOutcome, KeepDutyOutcome, RecordCodeEventOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import {
  DUTY_REFUSALS as PAGE_DUTY,
  ENHANCED_REFUSALS as PAGE_ENHANCED,
  EVENT_REFUSALS as PAGE_EVENT,
} from '../../../pages/duties/rights.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';

export const DUTY_REFUSALS: RefusalCopy<ReasonsOf<KeepDutyOutcome>> = inBody(PAGE_DUTY, {
  atDay: 'at',
  early: 'earlyReason',
  choice: 'choice',
});
export const EVENT_REFUSALS: RefusalCopy<ReasonsOf<RecordCodeEventOutcome>> = inBody(PAGE_EVENT, {
  atDay: 'happenedAt',
  event: 'event',
});
export const ENHANCED_REFUSALS: RefusalCopy<ReasonsOf<GrantEnhancedRightsOutcome>> = inBody(
  PAGE_ENHANCED,
  {},
);
