import {
  mayDo,
  route,
  type RoutingDecision,
  type RoutingDraftId,
  type RoutingFacts,
  type RoutingTable,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { Transaction, UnitOfWork } from '../ports';
import { loadsOf } from './facts-for';

export interface TryRoutingInput {
  readonly facts: RoutingFacts;
  /** A draft of the actor's own; null for the table in force. */
  readonly draftId: RoutingDraftId | null;
}

export type TryRoutingOutcome =
  { readonly kind: 'answered'; readonly decision: RoutingDecision; readonly table: RoutingTable } | NotFound;

/** The test box: what made-up facts would be answered. Nothing is written, and nobody's case is read. */
export class TryRouting {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, { facts, draftId }: TryRoutingInput): Promise<TryRoutingOutcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<TryRoutingOutcome> => {
      if (!mayDo(actor, 'try-routing')) return NOT_FOUND;
      const table = await tableOf(tx, draftId);
      if (table === null) return NOT_FOUND;
      const listed = await tx.directory.current(tx.now);
      const services = listed.map(({ service }) => service);
      const loads = loadsOf(listed, await tx.routing.counts());
      return { kind: 'answered', decision: route({ facts, table, services, loads, now: tx.now }), table };
    });
  }
}

async function tableOf(tx: Transaction, draftId: RoutingDraftId | null): Promise<RoutingTable | null> {
  if (draftId === null) return tx.routing.tableInForce(tx.now);
  return (await tx.routing.lockDraft(draftId))?.table ?? null;
}
