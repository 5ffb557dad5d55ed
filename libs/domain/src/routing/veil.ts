import type { Role } from '../access';
import type { RejectedService, RejectionReason, RoutingAnswer, RoutingDecision } from './decision';
import { isLead, leftToLead, NEVER } from './override';

/**
 * The answer as everybody but a lead is given it. Of a kind that the duty lead decides they read that and nothing more,
 * whatever the cause: a district nobody has confirmed, a rule, nobody who fits, or a wall. Where a wall or a conflict
 * would take away a service that could otherwise be asked, the lead decides about the whole kind, and no service is
 * named. Where the service is out of the question anyway, the wall changes nothing and is left out.
 */
export function veiled(decision: RoutingDecision): RoutingDecision {
  return { ...decision, answers: decision.answers.map(veiledAnswer) };
}

/** The answer as somebody of this role is given it. */
export function readableBy(decision: RoutingDecision, role: Role): RoutingDecision {
  return isLead(role) ? decision : veiled(decision);
}

function veiledAnswer(answer: RoutingAnswer): RoutingAnswer {
  if (answer.decidedBy?.role === 'duty-lead' || answer.rejected.some(takenByWall))
    return leftToTheLead(answer);
  return { ...answer, rejected: answer.rejected.map(withoutWall) };
}

function leftToTheLead({ kind, asked }: RoutingAnswer): RoutingAnswer {
  return {
    kind,
    asked,
    candidates: [],
    rejected: [],
    decidedBy: { role: 'duty-lead', reason: 'lead-decides' },
  };
}

/** Whether without the wall somebody who is no lead could ask this service. */
function takenByWall({ reasons }: RejectedService): boolean {
  if (!reasons.some(isWall)) return false;
  return !reasons.some((reason) => !isWall(reason) && (leftToLead(reason) || NEVER.includes(reason.code)));
}

function withoutWall(one: RejectedService): RejectedService {
  return { ...one, reasons: one.reasons.filter((reason) => !isWall(reason)) };
}

function isWall({ code }: RejectionReason): boolean {
  return code === 'not-suitable';
}
