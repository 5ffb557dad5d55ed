import { groundFor, isLead, sendRequest, type ServiceRequest, type StaffActor } from '#libs/domain';
import { refuse } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { leadMustDecide } from '../routing/ask-as-routed';
import { changeRequest, type RequestAct, type RequestOutcome } from './change-request';
import { serviceForCase, wallRefusal, type ServiceRefusal, type WallRefusal } from './service-for-case';

export type SendRequestRefusal =
  'no-service-yet' | 'no-ground' | 'contact-stopped' | ServiceRefusal | WallRefusal;
export type SendRequestOutcome = RequestOutcome<SendRequestRefusal>;

/**
 * Lets a request leave for its service, if the person agreed to that or a lawful override stands at this instant (P6).
 * The service sees codes for finding out whether it can help, and no way to reach anybody.
 */
export class SendRequest {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, input: RequestAct, repeatable: Repeatable): Promise<Once<SendRequestOutcome>> {
    return changeRequest<SendRequestRefusal>(
      this.unitOfWork,
      { actor, act: 'keep-requests', input, repeatable },
      {
        decide: async (request, timing, tx) => {
          const { serviceId, kind, personId, handlingAgencyId } = request;
          if (serviceId !== null && request.state === 'proposed') {
            if ((await tx.contactStops.inForce(personId)) !== null) return refuse('contact-stopped');
            const found = await serviceForCase(tx, { serviceId, kind, personId, handlingAgencyId });
            if (found.kind === 'refused') return found;
          }
          const sent = sendRequest(request, { ground: await needsGround(tx, request), timing });
          if (sent.kind === 'refused' || request.revision !== input.revision) return sent;
          const refusal = await leadOrWall(tx, { by: actor, request });
          return refusal === null ? sent : refuse(refusal);
        },
        after: async (tx, request) => {
          const { caseId, personId } = request;
          const minimum = await tx.serviceRequests.minimumFacts({ caseId, personId });
          await tx.serviceRequests.saveMinimum(request, minimum);
          await tx.serviceRequests.tellService(request, { kind: 'sent', at: tx.now });
        },
      },
    );
  }
}

/**
 * Asked last, of what could leave otherwise. That the answer about the case is for a lead by now is told in the same
 * words as a wall, so that whoever tries to send learns of neither which it was (P7).
 */
async function leadOrWall(
  tx: Transaction,
  { by, request }: { readonly by: StaffActor; readonly request: ServiceRequest },
): Promise<WallRefusal | null> {
  const { caseId, personId, agencyId, serviceId, kind } = request;
  const caseFile = await tx.cases.find(caseId);
  if (caseFile === null || agencyId === null || serviceId === null) return 'lead-decides';
  const asking = { by, caseFile, kind, serviceId };
  if (!isLead(by.role) && (await leadMustDecide(tx, asking))) return 'lead-decides';
  return wallRefusal(tx, { personId, agencyId });
}

/** What must be agreed before a service may look at a request: that it learns what the person needs. */
export async function needsGround(tx: Transaction, request: ServiceRequest) {
  const { agencyId, purpose, personId } = request;
  if (agencyId === null) return null;
  const ledger = await tx.consents.ledgerOf(personId);
  const overrides = await tx.overrides.ofPerson(personId);
  return groundFor({ agencyId, purpose }, 'needs', { ledger, overrides, now: tx.now });
}
