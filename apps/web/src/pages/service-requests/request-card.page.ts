import {
  accountableOwner,
  isLiveServiceRequest,
  type Instant,
  type ServiceRequest,
  type SupportKind,
  type UserId,
} from '#libs/domain';
import { deadlineInWords } from '../../formatting/deadline-words';
import { momentInWords } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { BAND_WORDS, ENDING_WORDS, STATE_WORDS, STEP_WORDS } from './request-words.copy';
import { DECLINE_WORDS, REDIRECT_WORDS, WITHDRAW_WORDS } from './request-words.copy';
import { OWNER_WORDS, SUPPORT } from './request.copy';

export interface RequestNames {
  readonly kind: (kind: SupportKind) => string;
  readonly service: (request: Pick<ServiceRequest, 'serviceId'>) => string | null;
  readonly agency: (request: Pick<ServiceRequest, 'agencyId'>) => string;
  readonly colleague: NameOf;
}

export interface CardView {
  readonly names: RequestNames;
  readonly caseFile: { readonly ownerUserId: UserId | null };
  /** Who of those that could answer is away now. */
  readonly away: ReadonlySet<UserId>;
  readonly now: Instant;
  readonly timezone: string;
}

const TAGS: Readonly<Record<ServiceRequest['state'], string>> = {
  proposed: 'govuk-tag--yellow',
  sent: 'govuk-tag--blue',
  acknowledged: 'govuk-tag--blue',
  waiting: 'govuk-tag--orange',
  allocated: 'govuk-tag--turquoise',
  active: 'govuk-tag--green',
  declined: 'govuk-tag--grey',
  redirected: 'govuk-tag--grey',
  withdrawn: 'govuk-tag--grey',
  'not-wanted': 'govuk-tag--grey',
  ended: 'govuk-tag--grey',
};

export function stateTag(state: ServiceRequest['state']): string {
  return TAGS[state];
}

/** One request as the case shows it: how it stands, who answers for it at this minute, and what is due when. */
export function requestCard(request: ServiceRequest, view: CardView) {
  const { names, now, timezone } = view;
  const at = (instant: Instant) => momentInWords(instant, { now, timezone });
  const due =
    request.dueAt === null || request.step === null
      ? null
      : { step: STEP_WORDS[request.step], ...deadlineInWords(request.dueAt, { now, timezone }) };
  return {
    href: `/cases/${request.caseId}/requests/${request.id}`,
    kind: names.kind(request.kind),
    service: names.service(request) ?? SUPPORT.nobodyChosen,
    state: STATE_WORDS[request.state],
    tag: TAGS[request.state],
    band: BAND_WORDS[request.band],
    answers: ownerWords(request, view),
    due,
    waitingSince:
      isLiveServiceRequest(request) && request.startedAt === null ? at(request.firstAskedAt) : null,
    stillWanted: request.lastStillWantedAt === null ? null : `Last asked ${at(request.lastStillWantedAt)}`,
    why: whyWords(request),
    instead: request.insteadOf === null ? null : SUPPORT.insteadOf,
    landed: request.landedAt !== null && request.managerAcknowledgedAt === null,
  };
}

export type RequestCardView = ReturnType<typeof requestCard>;

/** Exactly one, or nobody once it is over (P15). */
export function ownerWords(
  request: Parameters<typeof accountableOwner>[0],
  { names, caseFile, away }: Pick<CardView, 'names' | 'caseFile' | 'away'>,
): string | null {
  const owner = accountableOwner(request, caseFile, (userId) => away.has(userId));
  if (owner === null) return null;
  switch (owner.role) {
    case 'case-owner':
    case 'service-manager':
      return OWNER_WORDS[owner.role](names.colleague(owner.userId));
    case 'duty-lead':
      return OWNER_WORDS['duty-lead'](owner.inPlaceOf === null ? null : names.colleague(owner.inPlaceOf));
    case 'provider-coordinator':
      return OWNER_WORDS['provider-coordinator'](names.agency(request), owner.inPlaceOf !== null);
    case 'provider-worker':
      return OWNER_WORDS[owner.role](names.agency(request));
  }
}

/** Why it came to this; null where that needs no reason. */
export function whyWords(
  request: Pick<ServiceRequest, 'declineReason' | 'redirectReason' | 'withdrawReason' | 'ending'>,
): string | null {
  const { declineReason, redirectReason, withdrawReason, ending } = request;
  if (declineReason !== null) return DECLINE_WORDS[declineReason];
  if (redirectReason !== null) return REDIRECT_WORDS[redirectReason];
  if (withdrawReason !== null) return WITHDRAW_WORDS[withdrawReason];
  return ending === null ? null : ENDING_WORDS[ending];
}
