import type { OverrideRouteOutcome, RouteCaseOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import { OVERRIDE_REFUSALS, ROUTE_REFUSALS as PAGE_REFUSALS } from '../../../pages/routing/case-routing.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';

export const ROUTE_REFUSALS: RefusalCopy<ReasonsOf<RouteCaseOutcome>> = {
  ...PAGE_REFUSALS,
  'case-closed': { sentence: PAGE_REFUSALS['case-closed'].sentence },
};

/** Nothing of a choice is wrong in itself: it does not fit the answer, so every refusal is a conflict. */
export const CHOOSE_REFUSALS: RefusalCopy<ReasonsOf<OverrideRouteOutcome>> = {
  ...inBody(OVERRIDE_REFUSALS, {}),
  unreadable: UNREADABLE,
};
