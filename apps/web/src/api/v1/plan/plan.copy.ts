import type {
  ClosePlanContactOutcome,
  KeepToldOutcome,
  MovePlanLeadOutcome,
  OfferPlanLeadOutcome,
  PlanContactOutcome,
} from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import {
  CLOSE_REFUSALS as PAGE_CLOSE,
  CONTACT_REFUSALS as PAGE_CONTACT,
  LEAD_REFUSALS as PAGE_LEAD,
  OFFER_REFUSALS as PAGE_OFFER,
} from '../../../pages/plan/plan.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';

export const CONTACT_REFUSALS: RefusalCopy<ReasonsOf<PlanContactOutcome>> = inBody(PAGE_CONTACT, {
  atDay: 'at',
});
export const CLOSE_REFUSALS: RefusalCopy<ReasonsOf<ClosePlanContactOutcome>> = inBody(PAGE_CLOSE, {});
export const OFFER_REFUSALS: RefusalCopy<ReasonsOf<OfferPlanLeadOutcome>> = inBody(PAGE_OFFER, {});
export const LEAD_REFUSALS: RefusalCopy<ReasonsOf<MovePlanLeadOutcome>> = inBody(PAGE_LEAD, {});
export const TOLD_REFUSALS: RefusalCopy<ReasonsOf<KeepToldOutcome>> = {
  'case-closed': { sentence: 'This case is closed, so its plan stays as it is.' },
};
