import type { Measure } from '../measure';
import * as contact from './contact';
import * as coverage from './coverage';
import * as engagement from './engagement';
import { FIRST_CONVERSATION_IN_TIME } from './first-conversation';
import * as justice from './justice';
import * as outcomes from './outcomes';
import * as reach from './reach';
import * as staffing from './staffing';
import * as support from './support';

/** Every measure that there is, counted or not yet: what is not in here is no figure. */
export const MEASURES: readonly Measure[] = [
  FIRST_CONVERSATION_IN_TIME,
  contact.FIRST_ATTEMPT_IN_TIME,
  contact.TIME_TO_CONVERSATION,
  contact.MISSES_BY_REASON,
  contact.RESTS_ON_CONFIRMATION,
  staffing.CONVERSATION_UNDER_OTHER_STAFFING,
  staffing.ATTEMPT_UNDER_OTHER_STAFFING,
  contact.HANDOVER_LAG,
  reach.REACHED_AT_ALL,
  reach.ATTEMPTS_TO_REACH,
  reach.NOT_REACHABLE_SAFELY,
  engagement.ENGAGED_OF_REACHED,
  engagement.ENGAGED_OF_REFERRED,
  support.WAITING_NOW,
  support.WAIT_TO_FIRST_SESSION,
  support.CASELOAD_PER_POST,
  support.UNMET_NEED,
  support.COST_PER_PERSON,
  outcomes.OUTCOME_CHANGE,
  outcomes.COMPLAINTS_IN_TIME,
  justice.JUSTICE_FUNNEL,
  justice.JUSTICE_WAITS,
  justice.STAYED_IN_JUSTICE,
  justice.CODE_DELIVERED,
  coverage.REFERRAL_COVERAGE,
  coverage.COMPLETENESS,
];

/** A measure by its id; undefined when there is none of that name. */
export function measureOf(id: string): Measure | undefined {
  return MEASURES.find((measure) => measure.id === id);
}
