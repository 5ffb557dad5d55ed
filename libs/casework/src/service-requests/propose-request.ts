import {
  proposeRequest,
  purposeOfKind,
  type CaseId,
  type OverrideReason,
  type RequestBand,
  type ServiceId,
  type ServiceRequestId,
  type StaffActor,
  type SupportKind,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { askAsRouted, type AskingRefusal } from '../routing/ask-as-routed';
import { addRequest } from './save-step';
import { serviceForCase, wallRefusal, type ServiceRefusal } from './service-for-case';
import { timingOf } from './timing-of';

export interface ProposeRequestInput {
  readonly caseId: CaseId;
  readonly kind: SupportKind;
  /** Null when the person wants this support and nobody knows yet where: choosing is due then. */
  readonly serviceId: ServiceId | null;
  readonly band: RequestBand;
  /** The answer about this case that was read, if there was one. */
  readonly decisionId: string | null;
  /** Why this service, where the answer puts another first. */
  readonly reason: OverrideReason | null;
}

export type ProposeRequestOutcome =
  | { readonly kind: 'proposed'; readonly caseId: CaseId; readonly requestId: ServiceRequestId }
  | NotFound
  | Refused<'case-closed' | 'asked-already' | ServiceRefusal | AskingRefusal>;

/**
 * Writes down that a person wants a kind of support, from the service that the routing of the case puts first or with a
 * reason for another. Nothing leaves: that is `SendRequest`, and it asks for a ground.
 */
export class ProposeRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: ProposeRequestInput,
    repeatable: Repeatable,
  ): Promise<Once<ProposeRequestOutcome>> {
    return this.unitOfWork.once<ProposeRequestOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'proposed' },
      (tx) => this.propose(tx, actor, input),
    );
  }

  private async propose(
    tx: Transaction,
    actor: StaffActor,
    { caseId, kind, serviceId, band, decisionId: read, reason }: ProposeRequestInput,
  ): Promise<ProposeRequestOutcome> {
    const caseFile = await lockCaseFor(tx, 'keep-requests', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if (read !== null && !(await tx.routing.isOfCase({ caseId, decisionId: read }))) return NOT_FOUND;
    const { personId, handlingAgencyId, reference } = caseFile;
    const found =
      serviceId === null ? null : await serviceForCase(tx, { serviceId, kind, personId, handlingAgencyId });
    if (found?.kind === 'refused') return found;
    const live = serviceId === null ? [] : await tx.serviceRequests.lockLiveOfCase(caseId);
    if (live.some((one) => one.kind === kind && one.serviceId === serviceId)) return refuse('asked-already');
    const asking = { ids: this.ids, by: actor, caseFile, kind, reason };
    const routed = serviceId === null ? null : await askAsRouted(tx, { ...asking, serviceId });
    if (routed?.kind === 'refused') return routed;
    const walled = found && (await wallRefusal(tx, { personId, agencyId: found.chosen.agencyId }));
    if (walled !== null) return refuse(walled);
    const id = this.ids.next<ServiceRequestId>();
    const taken = proposeRequest(
      {
        id,
        caseId,
        personId,
        handlingAgencyId,
        reference,
        kind,
        serviceId: found?.chosen.serviceId ?? null,
        agencyId: found?.chosen.agencyId ?? null,
        reachedBy: found?.chosen.reachedBy ?? 'inbox',
        purpose: purposeOfKind(kind),
        band,
        decisionId: routed?.decisionId ?? read,
      },
      { by: actor.userId, timing: await timingOf(tx, { serviceId, personId }) },
    );
    if (!(await addRequest(tx, taken))) return refuse('asked-already');
    return { kind: 'proposed', caseId, requestId: id };
  }
}
