import type { Role } from '../access';
import type { SupportKind } from '../directory';
import type { ServiceId } from '../ids';
import type { RoutingDecision } from './decision';
import { isLead, overrideRefusal } from './override';

/** What stands between an answer and asking a service: nothing, a reason, a lead, the answer itself, or for good. */
export type AskingVerdict = 'ask' | 'reason' | 'lead' | 'never' | 'not-answered';

export interface RouteChoice {
  readonly kind: SupportKind;
  readonly serviceId: ServiceId;
  readonly role: Role;
}

/**
 * Whether a service may be asked under an answer. The first candidate may simply be asked, and so may one that nothing
 * but its name puts after the first: the order says nothing between them. Any other needs a coded reason; what is not
 * confirmed, not for this age, gender or area, or decided by somebody, needs a lead with one.
 */
export function askingVerdict(
  decision: Pick<RoutingDecision, 'answers'>,
  choice: RouteChoice,
): AskingVerdict {
  switch (overrideRefusal(decision, choice)) {
    case 'already-first':
      return 'ask';
    case 'lead-decides':
      return 'lead';
    case 'never':
      return 'never';
    case 'not-answered':
      return 'not-answered';
    case null:
      return isAsGood(decision, choice) ? 'ask' : 'reason';
  }
}

function isAsGood({ answers }: Pick<RoutingDecision, 'answers'>, { kind, serviceId }: RouteChoice): boolean {
  const answer = answers.find((one) => one.kind === kind);
  if (answer === undefined || answer.decidedBy !== null) return false;
  return answer.candidates.some((one) => one.serviceId === serviceId && one.asGoodAsFirst === true);
}

const GRAVITY: readonly AskingVerdict[] = ['ask', 'reason', 'lead', 'never'];

/**
 * Which of two answers is gone by: the one that was kept and read, unless the newest says more than that the order has
 * changed. A place that fills up overnight takes nothing away from who was promised it; a lead who is needed now, a
 * service that is shut now, and a door that has opened since count at once.
 */
export function governing(verdicts: {
  readonly kept: AskingVerdict;
  readonly newest: AskingVerdict;
}): 'kept' | 'newest' {
  const { kept, newest } = verdicts;
  if (kept === newest) return 'kept';
  if (kept === 'not-answered') return 'newest';
  if (newest === 'lead' || newest === 'never') return 'newest';
  return GRAVITY.indexOf(newest) < GRAVITY.indexOf(kept) ? 'newest' : 'kept';
}

/** Whether a choice that was made covers asking now: a lead's covers everything that a lead may choose. */
export function choiceCovers(verdict: AskingVerdict, chosenAs: Role): boolean {
  if (verdict === 'reason' || verdict === 'ask') return true;
  return verdict === 'lead' && isLead(chosenAs);
}
