import {
  readableBy,
  route,
  type CaseId,
  type RoutingAsked,
  type RoutingDecision,
  type StaffActor,
  type StoredFacts,
} from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { CaseRecord, Transaction, UnitOfWork } from '../ports';
import { factsFor, loadsOf } from './facts-for';

export interface Suggested {
  readonly kind: 'suggested';
  readonly decision: RoutingDecision;
  readonly facts: StoredFacts;
}

/**
 * The answer as it would be at this moment. Nothing of it is kept; that somebody looked is on record each time, whatever
 * the answer, for who looks every day to see whether it changes is looking for somebody else.
 */
export class SuggestRouting {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { caseId, asked }: { readonly caseId: CaseId; readonly asked: RoutingAsked },
  ): Promise<Suggested | NotFound> {
    return this.unitOfWork.run(actor, async (tx) => {
      const caseFile = await findCaseFor(tx, 'see-routing', caseId);
      if (caseFile === null) return NOT_FOUND;
      const { personId } = caseFile;
      await tx.accessLog.record([{ personId, caseId, what: 'routing-suggested', basis: 'case-work' }]);
      const suggested = await suggest(tx, { caseFile, asked });
      return { ...suggested, decision: readableBy(suggested.decision, actor.role) };
    });
  }
}

/** The whole answer, as leads alone may read it. */
export async function suggest(
  tx: Transaction,
  { caseFile, asked }: { readonly caseFile: CaseRecord; readonly asked: RoutingAsked },
): Promise<Suggested> {
  const { barredAgencies, ...facts } = await factsFor(tx, { caseFile, asked });
  const listed = await tx.directory.current(tx.now);
  const decision = route({
    facts: { ...facts, barredAgencies },
    table: await tx.routing.tableInForce(tx.now),
    services: listed.map(({ service }) => service),
    loads: loadsOf(listed, await tx.routing.counts()),
    now: tx.now,
  });
  return { kind: 'suggested', decision, facts };
}
