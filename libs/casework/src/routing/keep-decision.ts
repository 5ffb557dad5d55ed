import { event, veiled, type RoutingAsked, type RoutingDecisionId, type StaffActor } from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';
import type { Suggested } from './suggest-routing';

/** Keeps an answer as it was given; the journal, which everybody on the case reads, notes it without what leads alone read. */
export async function keepDecision(
  tx: Transaction,
  given: {
    readonly ids: Ids;
    readonly by: StaffActor;
    readonly caseFile: CaseRecord;
    readonly asked: RoutingAsked;
    readonly suggested: Suggested;
  },
): Promise<RoutingDecisionId> {
  const { ids, by, caseFile, asked, suggested } = given;
  const { decision, facts } = suggested;
  const { id: caseId, personId, handlingAgencyId } = caseFile;
  const id = ids.next<RoutingDecisionId>();
  await tx.routing.insertDecision({
    id,
    caseId,
    personId,
    handlingAgencyId,
    wanted: asked.wanted,
    facts,
    answer: decision,
    tableVersion: decision.tableVersion,
    decidedBy: by.userId,
    decidedAt: tx.now,
  });
  const { tableVersion, first, answers } = veiled(decision);
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseId },
      caseId,
      type: 'case.routed',
      happenedAt: tx.now,
      payload: {
        decisionId: id,
        tableVersion,
        wanted: asked.wanted,
        first: first?.kind ?? null,
        byPerson: answers.flatMap(({ kind, decidedBy }) => (decidedBy === null ? [] : [kind])),
      },
    }),
  ]);
  return id;
}
