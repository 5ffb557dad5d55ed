import {
  factsOfCase,
  likelyWanted,
  type ListedService,
  type RoutingAsked,
  type RoutingFacts,
  type ServiceId,
  type ServiceLoad,
} from '#libs/domain';
import type { CaseRecord, ServiceCount, Transaction } from '../ports';

/**
 * The facts that a case is routed by; where nothing is asked for yet, what people of that age ask for most. What a wall or a conflict shuts is in them for the rule to see; whoever keeps
 * them leaves it out (`StoredFacts`).
 */
export async function factsFor(
  tx: Transaction,
  { caseFile, asked }: { caseFile: CaseRecord; asked: RoutingAsked },
): Promise<RoutingFacts> {
  const { id: caseId, personId, referralId } = caseFile;
  const codes = await tx.routing.codesOf({ referralId, personId });
  const wanted = asked.wanted.length === 0 ? likelyWanted(codes.ageBand) : asked.wanted;
  const tried = new Set<ServiceId>();
  for (const kind of wanted) {
    for (const service of await tx.serviceRequests.tried({ caseId, kind })) tried.add(service);
  }
  const context = {
    told: await tx.safeguarding.toldAbout(personId),
    barredAgencies: await tx.routing.barredAgencies(personId),
    tried: [...tried],
  };
  return factsOfCase(codes, { asked: { ...asked, wanted }, context, now: tx.now });
}

/**
 * What is known of how full each service is; nothing of one whose room nobody has stated. Whoever waits for a first
 * session has a place already, as coordinators read it.
 */
export function loadsOf(
  listed: readonly ListedService[],
  counts: readonly ServiceCount[],
): readonly ServiceLoad[] {
  const byId = new Map(counts.map((count) => [count.serviceId, count]));
  return listed.flatMap(({ service: { id }, capacity }) => {
    if (capacity === null) return [];
    const { supported = 0, waiting = 0 } = byId.get(id) ?? {};
    return [
      { serviceId: id, list: capacity.list, limit: capacity.limit, open: supported + waiting, waiting },
    ];
  });
}
