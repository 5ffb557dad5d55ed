import {
  newContradictions,
  routeTold,
  type CaseId,
  type Contradiction,
  type Instant,
  type RouteId,
  type SafeContactCard,
  type SaidBy,
  type StaffActor,
} from '#libs/domain';
import { findCaseFor, lockCaseFor } from '../cases/case-access';
import type { Ids, Once, Repeatable, UnitOfWork, Vault } from '../ports';
import type { RouteInput } from './route-input';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { putRoute, type RouteTaken } from './put-route';

export interface AddRouteInput {
  readonly caseId: CaseId;
  readonly route: RouteInput;
  readonly saidBy: SaidBy;
}

export type AddRouteOutcome =
  | { readonly kind: 'added'; readonly caseId: CaseId; readonly routeId: RouteId; readonly held: boolean }
  | NotFound
  | Refused<RouteTaken | Contradiction | 'case-closed' | 'unreadable' | 'agreement-first'>;

/** A responder writes down a way to reach the person that somebody has just told them. It changes no other route. */
export class AddRoute {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    { caseId, route, saidBy }: AddRouteInput,
    repeatable: Repeatable,
  ): Promise<Once<AddRouteOutcome>> {
    const personId = await this.unitOfWork.run(
      actor,
      async (tx) => (await findCaseFor(tx, 'add-route', caseId))?.personId ?? null,
    );
    const subject = personId === null ? null : await this.vault.of(personId);
    return this.unitOfWork.once<AddRouteOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'added' },
      async (tx) => {
        const caseFile = await lockCaseFor(tx, 'add-route', caseId);
        if (caseFile === null || subject === null) return NOT_FOUND;
        if (caseFile.closedAt !== null) return refuse('case-closed');
        if (subject.kind === 'unreadable') return refuse('unreadable');
        if (await tx.consents.identityWithheld(caseFile.personId)) return refuse('agreement-first');
        const card = await tx.safeContact.cardOf(caseFile.personId);
        const contradiction = contradictionOf(card, route, tx.now);
        if (contradiction !== null) return refuse(contradiction);
        const sealer = subject.vault;
        const put = await putRoute(tx, { ids: this.ids, sealer, caseFile, card, route, saidBy });
        if (put.kind === 'refused') return put;
        return { kind: 'added', caseId, routeId: put.routeId, held: put.held };
      },
    );
  }
}

/** What the card could not say at once with this on it: a call to an e-mail address, a text to a landline. */
function contradictionOf(card: SafeContactCard, route: RouteInput, now: Instant): Contradiction | null {
  const { kind, call, text, voicemail, email } = route;
  const permissions = { call, text, voicemail, email, post: 'unknown' } as const;
  const told = routeTold({ id: NOT_YET, kind, permissions }, now);
  return newContradictions(card, { ...card, routes: [...card.routes, told] })[0] ?? null;
}

/** It has no id before it is known to be new. */
const NOT_YET = 'not-yet' as RouteId;
