import {
  event,
  type OverrideReason,
  type RoutingDecisionId,
  type RoutingOverrideId,
  type ServiceId,
  type StaffActor,
  type SupportKind,
} from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';

export interface RouteChosen {
  readonly decisionId: RoutingDecisionId;
  readonly kind: SupportKind;
  readonly serviceId: ServiceId;
  readonly reason: OverrideReason;
}

/** Keeps that somebody chose another service than the answer put first; null when it was chosen against it already. */
export async function keepChoice(
  tx: Transaction,
  given: {
    readonly ids: Ids;
    readonly by: StaffActor;
    readonly caseFile: CaseRecord;
    readonly choice: RouteChosen;
  },
): Promise<RoutingOverrideId | null> {
  const { ids, by, caseFile, choice } = given;
  const { id: caseId, personId, handlingAgencyId } = caseFile;
  const id = ids.next<RoutingOverrideId>();
  const of = { id, caseId, personId, handlingAgencyId };
  const chosen = { chosenBy: by.userId, chosenAs: by.role, chosenAt: tx.now };
  if (!(await tx.routing.insertOverride({ ...of, ...choice, ...chosen }))) return null;
  const { decisionId, kind, serviceId, reason } = choice;
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseId },
      caseId,
      type: 'case.routed-otherwise',
      happenedAt: tx.now,
      reason,
      payload: { decisionId, overrideId: id, kind, serviceId },
    }),
  ]);
  return id;
}
