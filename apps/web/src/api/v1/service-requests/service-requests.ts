import {
  accountableOwner,
  groundFor,
  isLiveServiceRequest,
  isoOf,
  mayDo,
  rivalsOf,
  type Instant,
  type ServiceRequest,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import type { CaseConsent, CaseSummary, DeskRequest } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { availableOf } from '../access/available-action.view';
import { deskActions, requestPath } from './request-actions';
import type { DeskRequestView, RequestOwnerView, ServiceRequestView } from './service-request.view';

interface Around {
  readonly requests: readonly ServiceRequest[];
  readonly consent: CaseConsent;
  readonly caseFile: Pick<CaseSummary, 'ownerUserId' | 'closedAt'>;
  /** Who of those that could answer is away now. */
  readonly away: ReadonlySet<UserId>;
  readonly actor: StaffActor;
  readonly now: Instant;
}

/** One request as the desk reads it: what there is a ground for at this instant, and what may be done. */
export function serviceRequestView(request: ServiceRequest, around: Around): ServiceRequestView {
  const { requests, consent, caseFile, away, actor, now } = around;
  const ground = groundOf(request, consent, now);
  const rivals = rivalsOf(request, requests);
  const open = caseFile.closedAt === null;
  const possible = deskActions(request, { actor, mayLeave: ground !== null, toChoose: rivals.length > 0 });
  return {
    ...lineOf(request, { caseFile, away }),
    reachedBy: request.reachedBy,
    suggestedServiceId: request.suggestedServiceId,
    insteadOfId: request.insteadOf,
    proposedAt: isoOf(request.proposedAt),
    sentAt: iso(request.sentAt),
    sentOn: request.sentOn,
    mayLeaveOn: ground,
    acknowledgedAt: iso(request.acknowledgedAt),
    decidedAt: iso(request.decidedAt),
    declineReason: request.declineReason,
    redirectReason: request.redirectReason,
    withdrawReason: request.withdrawReason,
    lastStillWantedAt: iso(request.lastStillWantedAt),
    allocatedAt: iso(request.allocatedAt),
    startedAt: iso(request.startedAt),
    reviewedAt: iso(request.reviewedAt),
    endedAt: iso(request.endedAt),
    ending: request.ending,
    chooseBetweenIds: rivals.map(({ id }) => id),
    etag: entityTag(request.revision),
    availableActions: open ? availableOf(possible) : [],
  };
}

/** A line of the desk's list; what may be done with it is told where it is read whole. */
export function deskRequestView(
  request: DeskRequest,
  { away, actor }: Pick<Around, 'away' | 'actor'>,
): DeskRequestView {
  return {
    ...lineOf(request, { caseFile: request, away }),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: requestPath(request.id), may: mayDo(actor, 'see-requests') },
    ]),
  };
}

type Line = Pick<ServiceRequest, 'step' | 'dueAt'> & Omit<DeskRequest, 'step' | 'dueAt' | 'ownerUserId'>;

interface Answering {
  readonly caseFile: Pick<CaseSummary, 'ownerUserId'>;
  readonly away: ReadonlySet<UserId>;
}

/** Those who could answer for a request, were they not away. */
export function answering(
  requests: readonly Pick<ServiceRequest, 'managedBy' | 'allocatedTo'>[],
): readonly (UserId | null)[] {
  return requests.flatMap(({ managedBy, allocatedTo }) => [managedBy, allocatedTo]);
}

function lineOf(request: Line, answering: Answering): Omit<DeskRequestView, 'availableActions'> {
  const { id, caseId, reference, kind, serviceId, agencyId, state, band, step } = request;
  return {
    id,
    caseId,
    reference,
    kind,
    serviceId,
    agencyId,
    state,
    band,
    firstAskedAt: isoOf(request.firstAskedAt),
    step,
    dueAt: iso(request.dueAt),
    waitsForManager:
      isLiveServiceRequest(request) && request.landedAt !== null && request.managerAcknowledgedAt === null,
    answeredForBy: ownerView(request, answering),
  };
}

function ownerView(request: Line, { caseFile, away }: Answering): RequestOwnerView | null {
  const owner = accountableOwner(request, caseFile, (userId) => away.has(userId));
  return (
    owner && { role: owner.role, agencyId: owner.agencyId, userId: owner.userId, inPlaceOf: owner.inPlaceOf }
  );
}

/** What lets it leave for its service right now; null when nothing does, or when there is nothing to send. */
function groundOf(
  { state, agencyId, purpose }: ServiceRequest,
  { ledger, overrides }: CaseConsent,
  now: Instant,
): 'consent' | 'override' | null {
  if (state !== 'proposed' || agencyId === null) return null;
  return groundFor({ agencyId, purpose }, 'needs', { ledger, overrides, now });
}

function iso(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
