import {
  fireRequest,
  isAcceptedServiceRequest,
  openInstead,
  toldOf,
  type RequestTiming,
  type ServiceActor,
  type ServiceRequest,
  type ServiceRequestId,
} from '#libs/domain';
import type { Ids, Transaction, UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { followOne } from './hold-requests';
import {
  lapseWithoutGround,
  leaveManager,
  moveFromAgency,
  releaseHeld,
  returnToDesk,
} from './lapse-requests';
import { addRequest } from './save-step';
import { serviceForCase, wallRefusal } from './service-for-case';
import { timingOf } from './timing-of';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Notes what silence leads to: a reminder, the next service, a named manager; takes back what lost its ground by itself;
 * takes requests out of hands that may not hold them any more; and brings back to the desk what a service that has been
 * retired has not accepted. The database says what is due, a row's next wake-up
 * moves on in the transaction that notes it, so each is noted once whatever dies.
 */
export class FireRequests {
  /** Everything sent is looked at in turn, a slice in each round; a process that begins anew begins at the front. */
  private looked: ServiceRequestId | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** Answers how many requests were looked at, each alone. */
  async execute({ limit }: { readonly limit: number }): Promise<number> {
    const lost = await this.each((tx) => tx.serviceRequests.inLostHands(limit), this.leaveHands);
    const held = await this.each((tx) => tx.serviceRequests.besideStops(limit), this.followStop);
    const shut = await this.each((tx) => tx.serviceRequests.atRetiredServices(limit), this.leaveService);
    const bare = await this.each((tx) => this.lookAtGrounds(tx, limit), lapseBare);
    const due = await this.each((tx) => tx.serviceRequests.due(limit), this.fire);
    return Math.max(lost, held, shut, bare, due);
  }

  private each(
    find: (tx: Transaction) => Promise<readonly ServiceRequestId[]>,
    work: (tx: Transaction, id: ServiceRequestId) => Promise<void>,
  ): Promise<number> {
    return eachAlone(this.unitOfWork, { actor: TIMERS, kind: 'service-request', find, work });
  }

  private async lookAtGrounds(tx: Transaction, look: number): Promise<readonly ServiceRequestId[]> {
    const { bare, last } = await tx.serviceRequests.withoutGround({ after: this.looked, look });
    this.looked = last;
    return bare;
  }

  private readonly fire = async (tx: Transaction, id: ServiceRequestId): Promise<void> => {
    const due = await tx.serviceRequests.lockDue(id);
    if (due === null) return;
    const manager = await tx.serviceRequests.managerFor(due);
    const { request, events, alarm, offerNext } = fireRequest(due, { now: tx.now, manager });
    await tx.serviceRequests.save(request);
    await tx.serviceRequests.note({ request, events });
    await tx.journal.append(events);
    if (offerNext) await this.offerNext(tx, request);
    if (alarm !== null) await tx.serviceRequests.tell(request, toldOf(request, alarm), tx.now);
  };

  /** Beside the silent one, at the desk: whether the person wants to go there is for them to say. */
  private async offerNext(tx: Transaction, request: ServiceRequest): Promise<void> {
    const { personId } = request;
    const timing: RequestTiming = await timingOf(tx, { serviceId: null, personId });
    if (timing.stopped) return;
    const to = await nextService(tx, request);
    const id = this.ids.next<ServiceRequestId>();
    const next = openInstead(request, { id, by: null, timing, to });
    if (await addRequest(tx, next)) return;
    await addRequest(tx, openInstead(request, { id, by: null, timing }));
  }

  private readonly leaveHands = async (tx: Transaction, id: ServiceRequestId): Promise<void> => {
    const request = await tx.serviceRequests.lock(id);
    if (request === null) return;
    const lost = await tx.serviceRequests.lostHands(id);
    if (lost.agency) await moveFromAgency(tx, request, this.ids);
    else if (lost.worker) await releaseHeld(tx, request, 'not-possible');
    else if (lost.manager) await leaveManager(tx, request);
  };

  /** A stop that reached a linked record, or another desk, is followed here: nobody who set it could see these. */
  private readonly followStop = async (tx: Transaction, id: ServiceRequestId): Promise<void> => {
    const request = await tx.serviceRequests.lock(id);
    if (request !== null) await followOne(tx, request, this.ids);
  };

  /** Support that was accepted stays, and whoever coordinates that service goes on with it. */
  private readonly leaveService = async (tx: Transaction, id: ServiceRequestId): Promise<void> => {
    const request = await tx.serviceRequests.lock(id);
    if (request === null || request.serviceId === null || request.dueAt === null) return;
    const listed = await tx.directory.find(request.serviceId);
    if (listed?.service.state !== 'retired' || isAcceptedServiceRequest(request)) return;
    await returnToDesk(tx, { request, reason: 'service-retired', ids: this.ids });
  };
}

async function lapseBare(tx: Transaction, id: ServiceRequestId): Promise<void> {
  const request = await tx.serviceRequests.lock(id);
  if (request === null || request.sentAt === null || request.dueAt === null) return;
  await lapseWithoutGround(tx, request);
}

/**
 * The next service that the routing decision of this case offered, was not tried yet, takes people, and may be asked for
 * this person by the same rule as when somebody names it by hand: nothing is offered that could not be sent.
 */
async function nextService(tx: Transaction, request: ServiceRequest) {
  const { decisionId, kind, caseId, personId, handlingAgencyId } = request;
  if (decisionId === null) return null;
  const offered = await tx.serviceRequests.candidates({ decisionId, caseId, kind });
  const tried = await tx.serviceRequests.tried({ caseId, kind });
  for (const serviceId of offered) {
    if (serviceId === request.serviceId || tried.includes(serviceId)) continue;
    const listed = await tx.directory.find(serviceId);
    if (listed?.capacity?.list === 'closed') continue;
    const found = await serviceForCase(tx, { serviceId, kind, personId, handlingAgencyId });
    if (found.kind === 'refused') continue;
    if ((await wallRefusal(tx, { personId, agencyId: found.chosen.agencyId })) === null) return found.chosen;
  }
  return null;
}
