import { chooseService, type OverrideReason, type ServiceId, type StaffActor } from '#libs/domain';
import { refuse } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';
import { askAsRouted, type AskingRefusal } from '../routing/ask-as-routed';
import { changeRequest, type RequestAct, type RequestOutcome } from './change-request';
import { serviceForCase, wallRefusal, type ServiceRefusal } from './service-for-case';

export interface ChooseServiceInput extends RequestAct {
  readonly serviceId: ServiceId;
  /** Why this service, where the routing of the case puts another first. */
  readonly reason: OverrideReason | null;
}

type ChooseServiceRefusal =
  'asked-there-before' | 'asked-already' | 'case-closed' | ServiceRefusal | AskingRefusal;
export type ChooseServiceOutcome = RequestOutcome<ChooseServiceRefusal>;

/** Names where a request at the desk goes: one that came back, or one that nobody knew a service for. */
export class ChooseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: ChooseServiceInput,
    repeatable: Repeatable,
  ): Promise<Once<ChooseServiceOutcome>> {
    return changeRequest<ChooseServiceRefusal>(
      this.unitOfWork,
      { actor, act: 'keep-requests', input, repeatable },
      {
        decide: async (request, timing, tx) => {
          const { kind, personId, handlingAgencyId, caseId } = request;
          const { serviceId } = input;
          const found = await serviceForCase(tx, { serviceId, kind, personId, handlingAgencyId });
          if (found.kind === 'refused') return found;
          const live = await tx.serviceRequests.lockLiveOfCase(caseId);
          const same = live.some(
            (one) => one.id !== request.id && one.kind === kind && one.serviceId === serviceId,
          );
          if (same) return refuse('asked-already');
          const before =
            request.insteadOf === null ? [] : await tx.serviceRequests.triedInChain(request.insteadOf);
          const change = chooseService(request, { chosen: found.chosen, tried: before, timing });
          // A stale form is answered before anything is kept of it.
          if (change.kind === 'refused' || request.revision !== input.revision) return change;
          const caseFile = await tx.cases.find(caseId);
          if (caseFile === null || caseFile.closedAt !== null) return refuse('case-closed');
          const asking = { ids: this.ids, by: actor, caseFile, kind, serviceId, reason: input.reason };
          const routed = await askAsRouted(tx, asking);
          if (routed.kind === 'refused') return routed;
          const walled = await wallRefusal(tx, { personId, agencyId: found.chosen.agencyId });
          if (walled !== null) return refuse(walled);
          return { ...change, request: { ...change.request, decisionId: routed.decisionId } };
        },
      },
    );
  }
}
