import {
  event,
  mayDo,
  newContradictions,
  permitRoute,
  type CaseId,
  type Contradiction,
  type Permission,
  type PermitRefusal,
  type Route,
  type RouteId,
  type SafeContactCard,
  type SaidBy,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { openPoliceTask } from '../police-tasks/open-police-task';
import type { CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import { applyCard } from './apply-card';

export interface PermitRouteInput {
  readonly caseId: CaseId;
  readonly routeId: RouteId;
  /** The revision of the case that the form was drawn from. */
  readonly revision: number;
  readonly permissions: Readonly<Record<'call' | 'text' | 'voicemail', Permission>>;
  readonly saidBy: SaidBy;
}

export type PermitRouteOutcome =
  | { readonly kind: 'permitted'; readonly caseId: CaseId; readonly routeId: RouteId }
  | NotFound
  | Stale
  | Refused<PermitRefusal | Contradiction | 'case-closed'>;

/** Writes down anew what is safe on a route. Bringing back a number on hold is a duty lead's decision. */
export class PermitRoute {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: PermitRouteInput,
    repeatable: Repeatable,
  ): Promise<Once<PermitRouteOutcome>> {
    return this.unitOfWork.once<PermitRouteOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'permitted' },
      (tx) => this.permit(tx, actor, input),
    );
  }

  private async permit(
    tx: Transaction,
    actor: StaffActor,
    input: PermitRouteInput,
  ): Promise<PermitRouteOutcome> {
    const { caseId, routeId, revision, permissions, saidBy } = input;
    const caseFile = await lockCaseFor(tx, 'permit-route', caseId);
    if (caseFile === null) return NOT_FOUND;
    const card = await tx.safeContact.cardOf(caseFile.personId);
    const before = card.routes.find(({ id }) => id === routeId);
    if (before === undefined) return NOT_FOUND;
    if (caseFile.revision !== revision) return { kind: 'stale', revision: caseFile.revision };
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const mayLift = mayDo(actor, 'lift-route-hold');
    const decided = permitRoute({ route: before, permissions, mayLift, now: tx.now });
    if (decided.kind === 'refused') return decided;
    const { route } = decided;
    const routes = card.routes.map((one) => (one.id === routeId ? route : one));
    const [contradiction] = newContradictions(card, { ...card, routes });
    if (contradiction !== undefined) return refuse(contradiction);
    await tx.safeContact.permitRoutes({ routes: [route], at: tx.now });
    await tx.journal.append([permittedEvent({ caseFile, before, route, saidBy, now: tx.now })]);
    await this.settle(tx, caseFile, { ...card, routes });
    return { kind: 'permitted', caseId, routeId };
  }

  private async settle(tx: Transaction, caseFile: CaseRecord, card: SafeContactCard): Promise<void> {
    const saved = await applyCard(tx, { caseFile, card });
    if (saved.contactState !== 'no-safe-route') return;
    const referral = await tx.referrals.find(caseFile.referralId);
    const wanted = { kind: 'find-safe-route', cause: 'no-safe-number-left' } as const;
    if (referral !== null) await openPoliceTask(tx, { ids: this.ids, wanted, referral, caseId: caseFile.id });
  }
}

function permittedEvent(options: {
  caseFile: CaseRecord;
  before: Route;
  route: Route;
  saidBy: SaidBy;
  now: Transaction['now'];
}) {
  const { caseFile, before, route, saidBy, now } = options;
  const { call, text, voicemail } = route.permissions;
  return event({
    subject: { kind: 'case', id: caseFile.id },
    caseId: caseFile.id,
    type: before.state === 'suspended' ? 'route.hold-lifted' : 'route.permitted',
    happenedAt: now,
    reason: saidBy,
    payload: { routeId: route.id, call, text, voicemail },
  });
}
