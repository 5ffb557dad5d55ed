import type { CivilDate, DirectoryService, SupportKind } from '../directory';
import { opensTheWay } from '../safeguarding/sarc-route';
import { candidateOf, type Preference, type RankedCandidate } from './candidate';
import type { DecidedBy, RejectedService, RejectionReason, RoutedCandidate, RoutingAnswer } from './decision';
import type { RoutingFacts, ServiceLoad } from './facts';
import { rankCandidates } from './rank';
import { hardRejections } from './reject';
import { rulesOf, type RuleOf } from './rules-of';
import type { RoutingRule } from './table';

export interface Routing {
  readonly facts: RoutingFacts;
  readonly on: CivilDate;
  /** Those that count for the facts, in order. */
  readonly rules: readonly RoutingRule[];
  readonly services: readonly DirectoryService[];
  readonly loads: ReadonlyMap<string, ServiceLoad>;
}

const ROUTE_FIRST = 'police-or-social-care-first';

/** The answer about one kind: every service of it is either a candidate or rejected with a reason. */
export function answerKind(kind: SupportKind, routing: Routing): RoutingAnswer {
  const { facts, on, services, loads } = routing;
  const preferences = preferencesOf(routing.rules);
  const ruled = ruledOf(kind, routing);
  const candidates: RankedCandidate[] = [];
  const rejected: RejectedService[] = [];
  for (const service of services.filter((one) => one.kind === kind)) {
    const asked = { facts, on, load: loads.get(service.id) ?? null };
    const hard = hardRejections(service, asked).map((code): RejectionReason => ({ code }));
    const closed = hard.some(({ code }) => code === ROUTE_FIRST);
    const byRule = ruleRejections(service, ruled).filter(({ code }) => !closed || code !== ROUTE_FIRST);
    const reasons = [...hard, ...byRule];
    if (reasons.length > 0) rejected.push({ serviceId: service.id, reasons });
    else candidates.push(candidateOf(service, { ...asked, preference: preferences.get(service.id) ?? null }));
  }
  const ranked = rankCandidates(candidates);
  return {
    kind,
    asked: facts.wanted.includes(kind),
    candidates: ranked,
    rejected: rejected.toSorted((a, b) => (a.serviceId < b.serviceId ? -1 : 1)),
    decidedBy: whoDecides(kind, { ranked, rejected, routing }),
  };
}

/** A service that a rule prefers twice has the earlier place. */
function preferencesOf(rules: readonly RoutingRule[]): ReadonlyMap<string, Preference> {
  const found = new Map<string, Preference>();
  for (const { id, then } of rulesOf(rules, 'prefer')) {
    for (const service of then.services) {
      if (!found.has(service)) found.set(service, { place: found.size, ruleId: id });
    }
  }
  return found;
}

/** What the rules say of one kind, gathered once for all of its services. */
interface Ruled {
  readonly only: RuleOf<'only'> | undefined;
  readonly routeFirst: RuleOf<'require-route'> | undefined;
  readonly barred: ReadonlyMap<string, readonly RejectionReason[]>;
}

function ruledOf(kind: SupportKind, { rules, facts }: Routing): Ruled {
  const barred = new Map<string, readonly RejectionReason[]>();
  for (const { id: ruleId, then } of rulesOf(rules, 'reject')) {
    const reason = { code: 'rule', ruleId, because: then.reason } as const;
    for (const service of then.services) barred.set(service, [...(barred.get(service) ?? []), reason]);
  }
  const routeFirst = rulesOf(rules, 'require-route').find(({ then }) => then.support === kind);
  return {
    only: rulesOf(rules, 'only').find(({ then }) => then.support === kind),
    routeFirst: opensTheWay(facts.told) ? undefined : routeFirst,
    barred,
  };
}

function ruleRejections(
  { id }: DirectoryService,
  { only, routeFirst, barred }: Ruled,
): readonly RejectionReason[] {
  const shut = barred.get(id) ?? [];
  const left = only !== undefined && !only.then.services.includes(id);
  return [
    ...shut,
    ...(left ? [{ code: 'not-among-chosen', ruleId: only.id } as const] : []),
    ...(routeFirst === undefined ? [] : [{ code: ROUTE_FIRST, ruleId: routeFirst.id } as const]),
  ];
}

const FULL: readonly RejectionReason['code'][] = ['list-closed'];

function whoDecides(
  kind: SupportKind,
  {
    ranked,
    rejected,
    routing,
  }: {
    readonly ranked: readonly RoutedCandidate[];
    readonly rejected: readonly RejectedService[];
    readonly routing: Routing;
  },
): DecidedBy | null {
  const ask = rulesOf(routing.rules, 'ask').find(({ then }) => then.support === kind);
  if (ask !== undefined) return { role: ask.then.role, reason: ask.then.reason, ruleId: ask.id };
  const [best] = ranked;
  if (best === undefined) return nobody(rejected);
  if (routing.facts.district === null) return { role: 'duty-lead', reason: 'district-not-known' };
  return best.unconfirmed ? { role: 'duty-lead', reason: 'coverage-not-confirmed' } : null;
}

/**
 * A child's way in is the safeguarding lead's, a closed list the manager's; anything else is looked at by the lead. A
 * wall is not among the causes: it must not change who is named.
 */
function nobody(rejected: readonly RejectedService[]): DecidedBy {
  const has = (one: RejectedService, codes: readonly RejectionReason['code'][]) => {
    const reasons = one.reasons.filter(({ code }) => code !== 'not-suitable');
    return reasons.length > 0 && reasons.every(({ code }) => codes.includes(code));
  };
  if (rejected.some((one) => has(one, [ROUTE_FIRST, ...FULL]) && !has(one, FULL))) {
    return { role: 'safeguarding-lead', reason: ROUTE_FIRST };
  }
  return rejected.some((one) => has(one, FULL))
    ? { role: 'service-manager', reason: 'no-capacity' }
    : { role: 'duty-lead', reason: 'nobody-eligible' };
}
