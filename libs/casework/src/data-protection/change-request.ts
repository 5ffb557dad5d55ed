import {
  askRequester,
  confirmIdentity,
  extendRequest,
  mayDo,
  stepRequest,
  takeAnswer,
  type ContactRefusal,
  type Delivery,
  type ErasureHindrance,
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
import type { Ids, Once, Repeatable, Transaction, UnitOfWork, Vault } from '../ports';
import { addClockVersion, dateRules, type RulesInForce } from './date-rules';
import { deliver, proposeErasure } from './request-steps';
import { linked, prepareResealing, reseal, type LinkRefusal, type Resealing } from './link-request';

export type RequestChange =
  | { readonly kind: 'confirm-identity'; readonly how: IdentityCheck }
  | { readonly kind: 'ask'; readonly waitFor: WaitFor }
  | { readonly kind: 'answer' }
  | { readonly kind: 'extend'; readonly extension: ExtensionReason }
  | { readonly kind: 'link'; readonly caseReference: string }
  | { readonly kind: 'unlink' }
  | { readonly kind: 'propose-erasure' }
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
  | LinkRefusal
  | ErasureHindrance
  | 'erasure-decides'
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
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: ChangeRequestInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeRequestOutcome>> {
    const { requestId, change } = input;
    const links = change.kind === 'link' || change.kind === 'unlink';
    const caseReference = change.kind === 'link' ? change.caseReference : null;
    const resealing = links ? await this.resealing(actor, { requestId, caseReference }) : null;
    const once = await this.unitOfWork.once<ChangeRequestOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, actor, { ...input, resealing }),
    );
    // The key of a request that has a person's now opens nothing any more.
    if (change.kind === 'link' && once.kind === 'done' && once.result.kind === 'changed') {
      await this.vault.destroy(requestId);
    }
    return once;
  }

  private resealing(actor: StaffActor, link: Parameters<typeof prepareResealing>[2]) {
    return prepareResealing({ unitOfWork: this.unitOfWork, vault: this.vault }, actor, link);
  }

  private async change(
    tx: Transaction,
    actor: StaffActor,
    { requestId, revision, change, resealing }: ChangeRequestInput & { resealing: Prepared },
  ): Promise<ChangeRequestOutcome> {
    if (!mayDo(actor, 'keep-data-requests')) return NOT_FOUND;
    const locked = await lockRequest(tx, { requestId, revision });
    if (locked.kind !== 'locked') return locked;
    const rules = await dateRules(tx);
    const { ids } = this;
    const result = await acted(tx, { actor, ids, request: locked.request, change, rules, resealing });
    if (result.kind === 'refused') return result;
    await saveActed(tx, { before: locked.request, result, rules });
    if (resealing !== null && typeof resealing !== 'string') await reseal(tx, { requestId, resealing });
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

type Prepared = Resealing | LinkRefusal | null;

interface Change {
  readonly actor: StaffActor;
  readonly ids: Ids;
  readonly request: InformationRequest;
  readonly change: RequestChange;
  readonly rules: RulesInForce;
  readonly resealing: Prepared;
}

/** While a second person decides about an erasure, only the clock may be extended. */
function waitsForErasure({ request, change }: Change): boolean {
  return request.kind === 'erasure' && request.state === 'proposed' && change.kind !== 'extend';
}

async function acted(tx: Transaction, asked: Change): Promise<RequestActed | Refused<ChangeRequestRefusal>> {
  if (waitsForErasure(asked)) return refuse('erasure-decides');
  const { request, change, rules, resealing } = asked;
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
    case 'unlink':
      return linked(request, resealing ?? 'moved-on');
    case 'propose-erasure':
      return proposeErasure(tx, asked);
    case 'acknowledge':
      return stepRequest(
        { ...request, acknowledgedAt: tx.now },
        { event: 'acknowledge', type: 'acknowledged', at },
      );
    case 'reopen-review':
      return stepRequest(request, { event: 'reopen-review', type: 'review-reopened', at });
    case 'deliver':
      return deliver(tx, { request, rules, how: change.how, routeId: change.routeId });
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
