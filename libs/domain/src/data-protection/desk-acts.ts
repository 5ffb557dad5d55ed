import type { Settlement } from './codes';
import { isLiveRequest, openWait, type InformationRequest } from './request';

/** What the desk does with a request, in the order in which it is offered. */
export const DESK_ACTS = [
  'link',
  'unlink',
  'identity',
  'ask',
  'answered',
  'extend',
  'collect',
  'seal',
  'look-again',
  'deliver',
  'acknowledge',
  'outcome',
  'erase',
  'restrict',
  'lift',
  'refuse',
  'withdraw',
] as const;

export type DeskAct = (typeof DESK_ACTS)[number];

const ONE_MONTH = ['subject-access', 'rectification', 'restriction', 'objection', 'erasure'];
const COMPLAINTS = ['complaint-upheld', 'complaint-part-upheld', 'complaint-not-upheld'] as const;
const OBJECTIONS = ['objection-upheld', 'objection-noted'] as const;

/** What the desk may settle a request with by itself. */
export const DESK_SETTLEMENTS = [...COMPLAINTS, ...OBJECTIONS] as const;

/** Whether the law gives one month to answer it, so that the clock may stop and be extended (law.md, data protection). */
export const hasOneMonth = ({ kind }: Pick<InformationRequest, 'kind'>): boolean => ONE_MONTH.includes(kind);

/** What may come of a request that the desk itself decides; none for one that ends in another way. */
export function settlementsOf({ kind }: Pick<InformationRequest, 'kind'>): readonly Settlement[] {
  if (kind === 'complaint') return COMPLAINTS;
  return kind === 'objection' ? OBJECTIONS : [];
}

/** As much of a request as decides what may be done with it. */
type Standing = Pick<InformationRequest, 'kind' | 'state' | 'waits' | 'personId' | 'extendedAt'>;

/**
 * What may be done with a request as it stands, whoever asks: pages and the API offer these and nothing else. An act
 * that is offered can still be refused, for what was typed or for a day that has passed.
 */
export function deskActsOn(request: Standing): readonly DeskAct[] {
  return isLiveRequest(request) ? DESK_ACTS.filter((act) => OFFERED[act](request)) : [];
}

const isOneOf = ({ state }: Standing, ...states: readonly Standing['state'][]) => states.includes(state);
const moving = (request: Standing) => openWait(request) === null;
const searching = (request: Standing, kind: Standing['kind']) =>
  moving(request) && request.kind === kind && request.state === 'searching';
/** A second person decides about the record, and that decision answers the request. */
const waitsForErasure = ({ kind, state }: Standing) => kind === 'erasure' && state === 'proposed';

const OFFERED: Readonly<Record<DeskAct, (request: Standing) => boolean>> = {
  link: (request) => request.personId === null && isOneOf(request, 'received', 'searching'),
  unlink: (request) => request.personId !== null && isOneOf(request, 'received', 'searching'),
  identity: (request) =>
    isOneOf(request, 'received') && hasOneMonth(request) && openWait(request)?.waitFor !== 'clarification',
  ask: (request) => moving(request) && hasOneMonth(request) && isOneOf(request, 'received', 'searching'),
  answered: (request) => !moving(request),
  extend: (request) => moving(request) && hasOneMonth(request) && request.extendedAt === null,
  collect: (request) => searching(request, 'subject-access') && request.personId !== null,
  seal: (request) => moving(request) && isOneOf(request, 'review'),
  'look-again': (request) => isOneOf(request, 'ready'),
  deliver: (request) => isOneOf(request, 'ready'),
  acknowledge: (request) => request.kind === 'complaint' && isOneOf(request, 'received'),
  outcome: (request) =>
    searching(request, 'objection') ||
    (moving(request) && request.kind === 'complaint' && isOneOf(request, 'received', 'acknowledged')),
  erase: (request) => searching(request, 'erasure') && request.personId !== null,
  restrict: (request) => searching(request, 'restriction'),
  lift: (request) => searching(request, 'restriction'),
  refuse: (request) => !waitsForErasure(request),
  withdraw: (request) => !waitsForErasure(request),
};
