import {
  answeredAtDesk,
  isAcceptedServiceRequest,
  isLiveServiceRequest,
  mayDo,
  rivalsOf,
  type Instant,
  type ServiceRequest,
  type StaffActor,
} from '#libs/domain';
import { momentInWords } from '../../formatting/moments';
import { caseFrame } from '../cases/case-frame.page';
import type { Notice } from '../notices/notice';
import { groundLine } from './ground-line.page';
import { requestCard } from './request-card.page';
import { chainOf } from './request-chain.page';
import type { SupportParts } from './request-reading';
import { REQUEST, SUPPORT } from './request.copy';

export type OneParts = SupportParts & { readonly request: ServiceRequest };

/** One request as the desk reads it: how it stands, whose it is, what may be done, and what could be done instead. */
export function requestPage(
  parts: OneParts,
  drawn: { readonly notice: Notice | null; readonly changed?: string },
) {
  const { request, requests, names, away, summary, actor, now, timezone, directory } = parts;
  const { caseId, ownerUserId, closedAt } = summary;
  const view = { names, caseFile: { ownerUserId }, away, now, timezone };
  const path = `/cases/${caseId}/requests/${request.id}`;
  const open = closedAt === null;
  const ground =
    request.agencyId === null || request.state !== 'proposed'
      ? null
      : groundLine(parts, { kind: request.kind, agencyId: request.agencyId });
  return {
    ...REQUEST,
    words: SUPPORT,
    frame: caseFrame(parts, 'support'),
    heading: names.service(request) ?? SUPPORT.nobodyChosen,
    backHref: `/cases/${caseId}/support`,
    notice: drawn.notice,
    changed: drawn.changed ?? null,
    card: requestCard(request, view),
    chain: chainOf(request, { requests, names }),
    dates: datesOf(request, (at) => momentInWords(at, { now, timezone })),
    suggested: directory.serviceOf(request.suggestedServiceId)?.service.name ?? null,
    ground: ground !== null && open ? ground : null,
    landedWords: landedWords(request, actor),
    heldWords: request.step === 'hold' ? REQUEST.heldWords : null,
    rivals: open ? rivalsOf(request, requests).map((one) => rivalView(one, parts)) : [],
    buttons: open ? buttonsOf(request, actor, { path, may: ground !== null && ground.ground !== null }) : [],
    links: open ? linksOf(request, actor, path) : [],
    revision: request.revision,
  };
}

function datesOf(
  request: ServiceRequest,
  at: (instant: Instant) => string,
): readonly (readonly [string, string])[] {
  const { firstAskedAt, sentAt, acknowledgedAt, decidedAt, allocatedAt, startedAt, reviewedAt, endedAt } =
    request;
  const rows: readonly (readonly [string, Instant | null])[] = [
    [REQUEST.firstAsked, firstAskedAt],
    [REQUEST.sent, sentAt],
    [REQUEST.received, acknowledgedAt],
    [REQUEST.decided, decidedAt],
    [REQUEST.adviser, allocatedAt],
    [REQUEST.started, startedAt],
    [REQUEST.reviewed, reviewedAt],
    [REQUEST.ended, endedAt],
  ];
  return rows.flatMap(([name, instant]) => (instant === null ? [] : [[name, at(instant)] as const]));
}

function rivalView(request: ServiceRequest, { names, away, summary, now, timezone }: OneParts) {
  const view = { names, caseFile: { ownerUserId: summary.ownerUserId }, away, now, timezone };
  return { ...requestCard(request, view), id: request.id };
}

function landedWords({ landedAt, managerAcknowledgedAt }: ServiceRequest, actor: StaffActor): string | null {
  if (landedAt === null || managerAcknowledgedAt !== null) return null;
  return mayDo(actor, 'take-on-request') ? REQUEST.takeOnWhy : REQUEST.landed;
}

interface Button {
  readonly action: string;
  readonly text: string;
  readonly main: boolean;
}

function buttonsOf(
  request: ServiceRequest,
  actor: StaffActor,
  { path, may }: { readonly path: string; readonly may: boolean },
): readonly Button[] {
  const { state, step, landedAt, managerAcknowledgedAt } = request;
  const button = (slug: string, text: string, main = false) => ({ action: `${path}/${slug}`, text, main });
  const noted = answeredAtDesk(request) && mayDo(actor, 'answer-request');
  return [
    ...(landedAt !== null && managerAcknowledgedAt === null && mayDo(actor, 'take-on-request')
      ? [button('take-on', REQUEST.takeOn, true)]
      : []),
    ...(step === 'hold' && mayDo(actor, 'keep-requests')
      ? [button('keep-place', REQUEST.keepPlace, true)]
      : []),
    ...(state === 'proposed' && step !== 'hold' && may && mayDo(actor, 'keep-requests')
      ? [button('send', REQUEST.send, true)]
      : []),
    ...(noted && state === 'sent' ? [button('acknowledge', REQUEST.acknowledge)] : []),
    ...(noted && (state === 'sent' || state === 'acknowledged') ? [button('accept', REQUEST.accept)] : []),
    ...(noted && state === 'allocated' && step !== 'hold' ? [button('start', REQUEST.start)] : []),
  ];
}

function linksOf(request: ServiceRequest, actor: StaffActor, path: string) {
  const { state } = request;
  const link = (slug: string, text: string) => ({ href: `${path}/${slug}`, text });
  const noted = answeredAtDesk(request) && mayDo(actor, 'answer-request');
  const keeps = mayDo(actor, 'keep-requests');
  return [
    ...(keeps && state === 'proposed' ? [link('choose', REQUEST.choose)] : []),
    ...(noted && (state === 'sent' || state === 'acknowledged') ? [link('decline', REQUEST.decline)] : []),
    ...(noted && state === 'waiting' ? [link('still-wanted', REQUEST.stillWanted)] : []),
    ...(noted && state === 'active' ? [link('end', REQUEST.end)] : []),
    ...(keeps && isLiveServiceRequest(request)
      ? [link('withdraw', isAcceptedServiceRequest(request) ? REQUEST.withdrawAccepted : REQUEST.withdraw)]
      : []),
  ];
}
