import {
  overrideRefusal,
  type DecidedBy,
  type Role,
  type RoutingAnswer,
  type RoutingDecision,
  type ServiceId,
} from '#libs/domain';
import type { RoutingAnswerView, RoutingDeciderView } from './routing-answer.view';
import type { RoutingSuggestedView } from './routing-suggested.view';

/** An answer in the codes of the API, with what this role may choose. */
export function suggestedView(decision: RoutingDecision, role: Role): RoutingSuggestedView {
  const { tableVersion, first, prompts, answers, decidedBy, forensic, health } = decision;
  return {
    tableVersion,
    first: first && { kind: first.kind, through: first.through },
    prompts: prompts.map(({ code }) => code),
    answers: answers.map((answer) => answerView(answer, decision, role)),
    decidedBy: deciderView(decidedBy),
    forensic: forensic.state,
    windows: forensic.windows.map(({ act, sample, stage, hours, state, source }) => ({
      act,
      sample,
      stage,
      hours,
      state,
      source: source.text,
    })),
    health: health.map(({ care, hours, state, source }) => ({ care, hours, state, source: source.text })),
  };
}

function answerView(answer: RoutingAnswer, decision: RoutingDecision, role: Role): RoutingAnswerView {
  const { kind, asked, candidates, rejected, decidedBy } = answer;
  const mayBeChosen = (serviceId: ServiceId) => overrideRefusal(decision, { kind, serviceId, role }) === null;
  return {
    kind,
    asked,
    candidates: candidates.map(({ serviceId, unconfirmed, reasons }) => ({
      serviceId,
      unconfirmed,
      reasons: reasons.map(({ code, amount = null, evidence = null, ruleId = null }) => ({
        code,
        amount,
        evidence,
        ruleId,
      })),
      mayBeChosen: mayBeChosen(serviceId),
    })),
    rejected: rejected.map(({ serviceId, reasons }) => ({
      serviceId,
      reasons: reasons.map(({ code, because = null, ruleId = null }) => ({
        code,
        because,
        ruleId,
      })),
      mayBeChosen: mayBeChosen(serviceId),
    })),
    decidedBy: deciderView(decidedBy),
  };
}

function deciderView(decidedBy: DecidedBy | null): RoutingDeciderView | null {
  return decidedBy && { role: decidedBy.role, reason: decidedBy.reason };
}
