import {
  CHANGE_RISK_REFUSALS,
  NEEDS_REFUSALS as NEEDS,
  RAISE_REFUSALS,
} from '../../../pages/needs/needs.copy';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';

/** What the pages say to each reason, with the name that its field has in a body. */
export const NEEDS_REFUSALS = {
  record: inBody(NEEDS, { happenedDay: 'happenedAt', health: 'answers' }),
  raise: { ...inBody(RAISE_REFUSALS, { risk: 'risk', reviewDay: 'reviewOn' }), unreadable: UNREADABLE },
  change: inBody(CHANGE_RISK_REFUSALS, { reviewDay: 'reviewOn' }),
} as const;
