import {
  mayContact,
  mayDo,
  stepRequest,
  type Channel,
  type ContactRefusal,
  type Delivery,
  type ErasureHindrance,
  type InformationRequest,
  type RequestActed,
  type RequestActRefusal,
  type RouteId,
  type StaffActor,
} from '#libs/domain';
import { openErasure } from '../erasure/open-erasure';
import { refuse, type Refused } from '../outcome';
import type { Ids, Transaction } from '../ports';
import type { RulesInForce } from './date-rules';

type NoStep = RequestActRefusal | 'person-unknown' | 'identity-unknown';

interface Step {
  readonly request: InformationRequest;
  readonly rules: RulesInForce;
}

/** Puts the erasure before a second person; what comes of it answers the request. */
export async function proposeErasure(
  tx: Transaction,
  { actor, ids, request, rules }: Step & { readonly actor: StaffActor; readonly ids: Ids },
): Promise<RequestActed | Refused<NoStep | ErasureHindrance>> {
  if (request.kind !== 'erasure') return refuse('not-for-this-kind');
  if (request.caseId === null) return refuse('person-unknown');
  if (request.identityAt === null) return refuse('identity-unknown');
  const at = { ...rules, now: tx.now };
  const step = stepRequest(request, { event: 'propose', type: 'erasure-proposed', at });
  if (step.kind === 'refused') return step;
  const standing = mayDo(actor, 'propose-erasure') ? await tx.retention.standingOf(request.caseId) : null;
  if (standing === null) return refuse('person-unknown');
  const opened = await openErasure(tx, { standing, actor, ids, requestId: request.id });
  return opened.kind === 'refused' ? opened : step;
}

const CHANNEL_OF: Readonly<Partial<Record<Delivery, Channel>>> = { post: 'post', email: 'email' };

/** Into their hands, or to a route that the one gate says is safe at this instant (P5). */
export async function deliver(
  tx: Transaction,
  { request, how, routeId, rules }: Step & { readonly how: Delivery; readonly routeId: RouteId | null },
): Promise<RequestActed | Refused<NoStep | 'route-missing' | ContactRefusal>> {
  if (request.personId === null) return refuse('person-unknown');
  const channel = CHANNEL_OF[how];
  if (channel !== undefined) {
    if (routeId === null) return refuse('route-missing');
    const card = await tx.safeContact.cardOf(request.personId);
    // What answers their own request they have asked for, so a restriction does not keep it from them.
    const may = mayContact({ card: { ...card, restricted: false }, routeId, channel, now: tx.now });
    if (may.kind === 'may-not') return refuse(may.reason);
  }
  return stepRequest(
    { ...request, delivery: how },
    {
      event: 'deliver',
      type: 'delivered',
      at: { ...rules, now: tx.now },
      reason: how,
      payload: { packHash: request.packHash },
    },
  );
}
