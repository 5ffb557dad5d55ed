import {
  askRequester,
  confirmIdentity,
  extendRequest,
  mayContact,
  mayDo,
  stepRequest,
  takeAnswer,
  type Channel,
  type ContactRefusal,
  type Delivery,
  type ExtensionReason,
  type IdentityCheck,
  type InformationRequest,
  type InformationRequestId,
  type RequestActed,
  type RequestActRefusal,
  type RequestRefusalReason,
  type RouteId,
  type Settlement,
  type StaffActor,
  type WaitFor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { addClockVersion, dateRules, type RulesInForce } from './date-rules';

export type RequestChange =
  | { readonly kind: 'confirm-identity'; readonly how: IdentityCheck }
  | { readonly kind: 'ask'; readonly waitFor: WaitFor }
  | { readonly kind: 'answer' }
  | { readonly kind: 'extend'; readonly extension: ExtensionReason }
  | { readonly kind: 'link'; readonly caseReference: string }
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'deliver'; readonly how: Delivery; readonly routeId: RouteId | null }
  | { readonly kind: 'reopen-review' }
  | { readonly kind: 'settle'; readonly settlement: Settlement }
  | { readonly kind: 'refuse'; readonly reason: RequestRefusalReason }
  | { readonly kind: 'withdraw' };

export interface ChangeRequestInput {
  readonly requestId: InformationRequestId;
  readonly revision: number;
  readonly change: RequestChange;
}

export type ChangeRequestRefusal =
  | RequestActRefusal
  | 'no-such-case'
  | 'person-unknown'
  | 'identity-unknown'
  | 'route-missing'
  | 'not-for-settling'
  | ContactRefusal;

export type ChangeRequestOutcome =
  | { readonly kind: 'changed'; readonly request: InformationRequest }
  | NotFound
  | Stale
  | Refused<ChangeRequestRefusal>;

/** Takes a request one step on. The clock is worked out anew with each and every version of it kept (P2). */
export class ChangeRequest {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: ChangeRequestInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeRequestOutcome>> {
    return this.unitOfWork.once<ChangeRequestOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, actor, input),
    );
  }

  private async change(
    tx: Transaction,
    actor: StaffActor,
    { requestId, revision, change }: ChangeRequestInput,
  ): Promise<ChangeRequestOutcome> {
    if (!mayDo(actor, 'keep-data-requests')) return NOT_FOUND;
    const locked = await lockRequest(tx, { requestId, revision });
    if (locked.kind !== 'locked') return locked;
    const rules = await dateRules(tx);
    const result = await acted(tx, { request: locked.request, change, rules });
    if (result.kind === 'refused') return result;
    await saveActed(tx, { before: locked.request, result, rules });
    return { kind: 'changed', request: result.request };
  }
}

export type LockedRequest =
  { readonly kind: 'locked'; readonly request: InformationRequest } | NotFound | Stale | Refused<'closed'>;

/** An open request at the revision that its page was drawn from. */
export async function lockRequest(
  tx: Transaction,
  { requestId, revision }: { requestId: InformationRequestId; revision: number },
): Promise<LockedRequest> {
  const request = await tx.informationRequests.lock(requestId);
  if (request === null) {
    const closed = await tx.informationRequests.find(requestId);
    return closed === null ? NOT_FOUND : { kind: 'stale', revision: closed.revision };
  }
  return request.revision === revision
    ? { kind: 'locked', request }
    : { kind: 'stale', revision: request.revision };
}

/** Saves what a rule answered, with a version of the clock when what is due next has moved. */
export async function saveActed(
  tx: Transaction,
  options: {
    before: InformationRequest;
    result: Extract<RequestActed, { kind: 'acted' }>;
    rules: RulesInForce;
  },
): Promise<void> {
  const { before, result, rules } = options;
  const { request, events } = result;
  await tx.informationRequests.save(request);
  const moved = request.nextDue !== before.nextDue || request.nextDueOn !== before.nextDueOn;
  if (moved) await addClockVersion(tx, { request: { ...request, revision: request.revision + 1 }, rules });
  await tx.journal.append(events);
}

type Change = { request: InformationRequest; change: RequestChange; rules: RulesInForce };

async function acted(
  tx: Transaction,
  { request, change, rules }: Change,
): Promise<RequestActed | Refused<ChangeRequestRefusal>> {
  const at = { ...rules, now: tx.now };
  switch (change.kind) {
    case 'confirm-identity':
      return confirmIdentity(request, { ...at, how: change.how });
    case 'ask':
      return askRequester(request, { ...at, waitFor: change.waitFor });
    case 'answer':
      return takeAnswer(request, at);
    case 'extend':
      return extendRequest(request, { ...at, extension: change.extension });
    case 'link':
      return link(tx, { request, caseReference: change.caseReference });
    case 'acknowledge':
      return stepRequest(
        { ...request, acknowledgedAt: tx.now },
        { event: 'acknowledge', type: 'acknowledged', at },
      );
    case 'reopen-review':
      return stepRequest(request, { event: 'reopen-review', type: 'review-reopened', at });
    case 'deliver':
      return deliver(tx, { request, change, rules });
    case 'settle':
      return settle(request, { settlement: change.settlement, at });
    case 'refuse':
      return stepRequest(
        { ...request, refusal: change.reason },
        { event: 'refuse', type: 'refused', at, reason: change.reason },
      );
    case 'withdraw':
      return stepRequest(request, { event: 'withdraw', type: 'withdrawn', at });
  }
}

/** Which settlements end which kind without anything else being done: the others have an act of their own. */
const BY_HAND: Readonly<Partial<Record<InformationRequest['kind'], readonly Settlement[]>>> = {
  objection: ['objection-upheld', 'objection-noted'],
  erasure: ['erasure-proposed'],
  complaint: ['complaint-upheld', 'complaint-part-upheld', 'complaint-not-upheld'],
};

function settle(
  request: InformationRequest,
  { settlement, at }: { settlement: Settlement; at: RulesInForce & { now: Transaction['now'] } },
): RequestActed | Refused<ChangeRequestRefusal> {
  if (BY_HAND[request.kind]?.includes(settlement) !== true) return refuse('not-for-settling');
  if (request.kind !== 'complaint' && request.identityAt === null) return refuse('identity-unknown');
  return stepRequest(
    { ...request, settlement },
    { event: 'settle', type: 'settled', at, reason: settlement },
  );
}

async function link(
  tx: Transaction,
  { request, caseReference }: { request: InformationRequest; caseReference: string },
): Promise<RequestActed | Refused<ChangeRequestRefusal>> {
  if (request.state !== 'received' && request.state !== 'searching') return refuse('moved-on');
  if (request.personId !== null) return refuse('moved-on');
  const found = await tx.informationRequests.findPerson(caseReference);
  if (found === null) return refuse('no-such-case');
  return { kind: 'acted', request: { ...request, ...found }, events: [] };
}

const CHANNEL_OF: Readonly<Partial<Record<Delivery, Channel>>> = { post: 'post', email: 'email' };

/** Into their hands, or to a route that the one gate says is safe at this instant (P5). */
async function deliver(
  tx: Transaction,
  { request, change, rules }: Change & { change: Extract<RequestChange, { kind: 'deliver' }> },
): Promise<RequestActed | Refused<ChangeRequestRefusal>> {
  if (request.personId === null) return refuse('person-unknown');
  const channel = CHANNEL_OF[change.how];
  if (channel !== undefined) {
    if (change.routeId === null) return refuse('route-missing');
    const card = await tx.safeContact.cardOf(request.personId);
    const may = mayContact({ card, routeId: change.routeId, channel, now: tx.now });
    if (may.kind === 'may-not') return refuse(may.reason);
  }
  return stepRequest(
    { ...request, delivery: change.how },
    {
      event: 'deliver',
      type: 'delivered',
      at: { ...rules, now: tx.now },
      reason: change.how,
      payload: { packHash: request.packHash },
    },
  );
}
