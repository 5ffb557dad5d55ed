import type { DirectoryService, SupportKind } from '../directory';
import { ageBandOf } from '../referral/age-band';
import { isThroughOthers } from '../safeguarding/sarc-route';
import { localDate, type Instant } from '../time';
import { answerKind, type Routing } from './answer';
import type { FirstStep, RoutingDecision } from './decision';
import type { RoutingFacts, ServiceLoad } from './facts';
import { mayHold } from './conditions';
import { readForensic, readHealth } from './forensic';
import { rulesOf } from './rules-of';
import type { RoutingRule, RoutingTable } from './table';

export interface RouteInput {
  readonly facts: RoutingFacts;
  readonly table: RoutingTable;
  /** The directory, of any age: each service says itself what it covers on which day. */
  readonly services: readonly DirectoryService[];
  readonly loads: readonly ServiceLoad[];
  readonly now: Instant;
}

/**
 * Where somebody may be sent, and why; and why not elsewhere. First the forensic windows and every rule that counts,
 * then for each kind that is asked for or put first: what the facts shut out, what the rules shut out, and the rest in
 * order. Total: every kind has a candidate or a named role who decides. The order of services and of loads is of no
 * account. Under 13 a sexual assault referral centre is never a candidate unless the police or social care were told,
 * whatever the table says (what centres ask of professionals; law.md §7).
 */
export function route({ facts, table, services, loads, now }: RouteInput): RoutingDecision {
  const on = localDate(now, table.timezone);
  const forensic = readForensic(facts, { windows: table.windows, on });
  const rules = table.rules.filter(({ when }) => mayHold(when, { facts, forensic }));
  const first = firstOf(rules, facts);
  const kinds = [
    ...new Set([...rulesOf(rules, 'put-first').map(({ then }) => then.support), ...facts.wanted]),
  ];
  const routing: Routing = { facts, on, rules, services, loads: loadsById(loads) };
  return {
    tableVersion: table.version,
    answers: kinds.map((kind) => answerKind(kind, routing)),
    prompts: promptsOf(rules),
    first,
    forensic,
    health: readHealth(facts, { windows: table.healthWindows, on }),
    decidedBy: kinds.length === 0 ? { role: 'duty-lead', reason: 'nothing-wanted' } : null,
  };
}

function firstOf(rules: readonly RoutingRule[], { ageNow }: RoutingFacts): FirstStep | null {
  const rule = rulesOf(rules, 'put-first')[0];
  if (rule === undefined) return null;
  const kind: SupportKind = rule.then.support;
  const child = kind === 'sarc' && isThroughOthers(ageBandOf(ageNow.least));
  return { kind, ruleId: rule.id, through: child ? 'police-or-social-care' : null };
}

function promptsOf(rules: readonly RoutingRule[]): RoutingDecision['prompts'] {
  const all = rulesOf(rules, 'prompt').map(({ id, then }) => ({ code: then.prompt, ruleId: id }));
  return all.filter(({ code }, index) => all.findIndex((other) => other.code === code) === index);
}

function loadsById(loads: readonly ServiceLoad[]): ReadonlyMap<string, ServiceLoad> {
  return new Map(loads.map((load) => [load.serviceId, load]));
}
