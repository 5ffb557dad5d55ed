import {
  accountableOwner,
  isAcceptedServiceRequest,
  mayDo,
  weeksWaited,
  type ServiceRequest,
  type StaffActor,
} from '#libs/domain';
import { deadlineInWords } from '../../formatting/deadline-words';
import { timeOfDay } from '../../formatting/moments';
import { inSentence } from '../colleagues/name-in-words';
import type { Notice } from '../notices/notice';
import { stateTag, whyWords } from '../service-requests/request-card.page';
import { BAND_WORDS } from '../service-requests/request-words.copy';
import { BAND_TAGS } from './bands';
import { milestonesOf } from './milestones.page';
import { minimumFacts } from './minimum.page';
import { PROVIDER_REQUEST, PROVIDER_STATES, PROVIDER_STEPS } from './provider.copy';
import type { ReceivedRequest } from './provider-reading';

/** One request as the service reads it: what for, who answers for it, what is due, and what they can do. */
export function providerRequestPage(
  parts: ReceivedRequest,
  drawn: { readonly notice: Notice | null; readonly changed?: string },
) {
  const { request, minimum, shareId, directory, districtName, actor, now, timezone } = parts;
  const accepted = isAcceptedServiceRequest(request);
  const path = `/provider/requests/${request.id}`;
  const buttons = buttonsOf(request, actor, path);
  return {
    ...PROVIDER_REQUEST,
    title: `Request ${request.reference}`,
    reference: request.reference,
    backHref: accepted ? '/provider/caseload' : '/provider/inbox',
    back: accepted ? PROVIDER_REQUEST.backToCaseload : PROVIDER_REQUEST.back,
    notice: drawn.notice,
    changed: drawn.changed ?? null,
    kind: directory.kindName(request.kind),
    service: directory.serviceOf(request.serviceId)?.service.name ?? '',
    state: PROVIDER_STATES[request.state],
    tag: stateTag(request.state),
    band: BAND_WORDS[request.band],
    bandTag: BAND_TAGS[request.band],
    why: whyWords(request),
    answers: answersWords(parts),
    due:
      request.step === null || request.dueAt === null
        ? null
        : { step: PROVIDER_STEPS[request.step], ...deadlineInWords(request.dueAt, { now, timezone }) },
    waited: waitedWords(weeksWaited(request, now)),
    facts: minimum === null ? [] : minimumFacts(minimum, districtName),
    minimumNote: accepted ? null : PROVIDER_REQUEST.minimumHint,
    accepted,
    sharedHref: shareId === null ? null : `/shared/${shareId}`,
    buttons,
    links: linksOf(request, actor, path),
    acceptNote: buttons.some(({ slug }) => slug === 'accept') ? PROVIDER_REQUEST.acceptWords : null,
    exportHref:
      accepted && shareId !== null && mayDo(actor, 'export-requests')
        ? `/provider/export?request=${request.id}`
        : null,
    milestoneRows: milestonesOf(request, timezone),
    revision: request.revision,
    asAt: timeOfDay(now, timezone),
  };
}

function waitedWords(weeks: number | null): string | null {
  return weeks === null ? null : PROVIDER_REQUEST.waited(weeks);
}

function answersWords({ request, actor, nameOf, away }: ReceivedRequest): string {
  const owner = accountableOwner(request, { ownerUserId: null }, (userId) => away.has(userId));
  if (owner === null) return PROVIDER_REQUEST.nobody;
  if (!isAcceptedServiceRequest(request)) return PROVIDER_REQUEST.desk;
  if (owner.inPlaceOf !== null) return PROVIDER_REQUEST.away(inSentence(nameOf(owner.inPlaceOf)));
  if (owner.userId === null) return PROVIDER_REQUEST.coordinator;
  if (owner.userId === actor.userId) return PROVIDER_REQUEST.you;
  return PROVIDER_REQUEST.colleague(inSentence(nameOf(owner.userId)));
}

/** A worker acts on what is theirs or nobody's; a coordinator in anybody's place. */
function mayWork(request: ServiceRequest, actor: StaffActor): boolean {
  if (actor.role === 'provider-coordinator' || request.allocatedTo === null) return true;
  return request.allocatedTo === actor.userId;
}

function buttonsOf(request: ServiceRequest, actor: StaffActor, path: string) {
  const { state, allocatedTo } = request;
  const button = (slug: string, text: string, main = false) => ({
    slug,
    action: `${path}/${slug}`,
    text,
    main,
  });
  const waits = state === 'sent' || state === 'acknowledged';
  return [
    ...(waits ? [button('accept', PROVIDER_REQUEST.accept, true)] : []),
    ...(waits ? [button('accept-mine', PROVIDER_REQUEST.acceptForMe)] : []),
    ...(state === 'sent' ? [button('acknowledge', PROVIDER_REQUEST.acknowledge)] : []),
    ...(isAcceptedServiceRequest(request) && allocatedTo === null
      ? [button('take', PROVIDER_REQUEST.take, true)]
      : []),
    ...(state === 'allocated' && allocatedTo !== null && mayWork(request, actor)
      ? [button('start', PROVIDER_REQUEST.start, true)]
      : []),
    ...(state === 'active' && mayWork(request, actor) ? [button('review', PROVIDER_REQUEST.review)] : []),
  ];
}

function linksOf(request: ServiceRequest, actor: StaffActor, path: string) {
  const { state } = request;
  const link = (slug: string, text: string) => ({ href: `${path}/${slug}`, text });
  const waits = state === 'sent' || state === 'acknowledged';
  const works = mayWork(request, actor);
  return [
    ...(waits
      ? [link('decline', PROVIDER_REQUEST.decline), link('redirect', PROVIDER_REQUEST.redirect)]
      : []),
    ...(isAcceptedServiceRequest(request) && actor.role === 'provider-coordinator'
      ? [link('allocate', PROVIDER_REQUEST.allocate)]
      : []),
    ...(state === 'waiting' && works ? [link('still-wanted', PROVIDER_REQUEST.stillWanted)] : []),
    ...(state === 'active' && works ? [link('end', PROVIDER_REQUEST.end)] : []),
  ];
}
