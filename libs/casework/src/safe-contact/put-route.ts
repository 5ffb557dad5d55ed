import {
  event,
  heldForChild,
  routeTold,
  type PersonId,
  type PoliceTaskId,
  type Route,
  type RouteId,
  type SafeContactCard,
  type SaidBy,
} from '#libs/domain';
import type { CaseRecord, Ids, SubjectVault, Transaction } from '../ports';
import type { RouteInput } from './route-input';
import { applyCard } from './apply-card';

export type RouteTaken = 'on-the-card' | 'out-of-use';

/**
 * Adds a route to a locked case: the value sealed, the rest as codes. A number that is on the card already is not
 * added twice, and one that was taken out of use never comes back by this door.
 */
export async function putRoute(
  tx: Transaction,
  options: {
    ids: Ids;
    sealer: SubjectVault;
    caseFile: CaseRecord;
    card: SafeContactCard;
    route: RouteInput;
    saidBy: SaidBy;
    /** The question to the police that it answers. */
    taskId?: PoliceTaskId;
    /** What must be written once the route is known to be new, and before the case changes. */
    first?: () => Promise<void>;
  },
): Promise<
  | {
      readonly kind: 'put';
      readonly routeId: RouteId;
      readonly caseFile: CaseRecord;
      /** It is somebody else's and the person a child: a duty lead must mark it safe first. */
      readonly held: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: RouteTaken }
> {
  const { ids, sealer, caseFile, card, route: input, saidBy } = options;
  const same = await sameRoute(tx, { sealer, personId: caseFile.personId, card, value: input.value });
  if (same !== null) {
    return { kind: 'refused', reason: same.state === 'quarantined' ? 'out-of-use' : 'on-the-card' };
  }
  await options.first?.();
  const { kind, whose, call, text, voicemail, email } = input;
  const permissions = { call, text, voicemail, email, post: 'unknown' } as const;
  const told = routeTold({ id: ids.next<RouteId>(), kind, permissions }, tx.now);
  const isOfChild = await tx.people.mayBeChild(caseFile.personId);
  const route = heldForChild(told, { isOfChild, whose });
  const held = route.state !== 'active';
  const place = { recordId: route.id, kind: 'contact-route' } as const;
  const sealed = sealer.seal(place, { value: input.value, whose });
  await tx.safeContact.addRoute({ personId: caseFile.personId, route, at: tx.now });
  await tx.safeContact.addSealed({ personId: caseFile.personId, record: { ...place, sealed }, at: tx.now });
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      type: 'route.added',
      happenedAt: tx.now,
      reason: saidBy,
      payload: {
        routeId: route.id,
        kind,
        call,
        text,
        voicemail,
        email,
        ...(held && { held }),
        ...(options.taskId && { taskId: options.taskId }),
      },
    }),
  ]);
  const saved = await applyCard(tx, { caseFile, card: { ...card, routes: [...card.routes, route] } });
  return { kind: 'put', routeId: route.id, caseFile: saved, held };
}

async function sameRoute(
  tx: Transaction,
  options: { sealer: SubjectVault; personId: PersonId; card: SafeContactCard; value: string },
): Promise<Route | null> {
  const { sealer, personId, card, value } = options;
  const ids = card.routes.map(({ id }) => id as string);
  const records = await tx.safeContact.sealedOf(personId, ids);
  const same = records.find(({ recordId, kind, sealed }) => {
    if (kind !== 'contact-route') return false;
    return sealer.open({ recordId, kind }, sealed)?.value === value;
  });
  return card.routes.find(({ id }) => id === same?.recordId) ?? null;
}
