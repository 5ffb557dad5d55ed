import type { Machine } from '../machine';

export type ServiceRequestState =
  | 'proposed'
  | 'sent'
  | 'acknowledged'
  | 'waiting'
  | 'allocated'
  | 'active'
  | 'declined'
  | 'redirected'
  | 'withdrawn'
  | 'not-wanted'
  | 'ended';

export type ServiceRequestEvent =
  | 'choose'
  | 'send'
  | 'acknowledge'
  | 'accept'
  | 'accept-for'
  | 'decline'
  | 'redirect'
  | 'ask'
  | 'allocate'
  | 'release'
  | 'start'
  | 'review'
  | 'end'
  | 'withdraw'
  | 'not-want'
  | 'take-on'
  | 'keep-place';

const STOPS = { withdraw: 'withdrawn', 'not-want': 'not-wanted' } as const;

/**
 * One service asked for one kind of support for one person (practice.md §2.5). Responsibility passes with `accept` and
 * `accept-for` and with nothing else (P15). A no or a redirect ends this request and opens the next one at the desk.
 */
export const serviceRequestMachine: Machine<ServiceRequestState, ServiceRequestEvent> = {
  name: 'service request',
  initial: 'proposed',
  terminal: ['declined', 'redirected', 'withdrawn', 'not-wanted', 'ended'],
  transitions: {
    proposed: {
      choose: 'proposed',
      send: 'sent',
      'take-on': 'proposed',
      'keep-place': 'proposed',
      ...STOPS,
    },
    sent: {
      acknowledge: 'acknowledged',
      accept: 'waiting',
      'accept-for': 'allocated',
      decline: 'declined',
      redirect: 'redirected',
      'take-on': 'sent',
      ...STOPS,
    },
    acknowledged: {
      accept: 'waiting',
      'accept-for': 'allocated',
      decline: 'declined',
      redirect: 'redirected',
      'take-on': 'acknowledged',
      ...STOPS,
    },
    waiting: {
      ask: 'waiting',
      allocate: 'allocated',
      'take-on': 'waiting',
      'keep-place': 'waiting',
      ...STOPS,
    },
    allocated: {
      start: 'active',
      allocate: 'allocated',
      release: 'waiting',
      'take-on': 'allocated',
      'keep-place': 'allocated',
      ...STOPS,
    },
    active: {
      review: 'active',
      allocate: 'active',
      release: 'active',
      end: 'ended',
      'take-on': 'active',
      withdraw: 'withdrawn',
    },
    declined: {},
    redirected: {},
    withdrawn: {},
    'not-wanted': {},
    ended: {},
  },
};

/** The states in which somebody still owes the person something. */
export const LIVE_REQUEST_STATES = [
  'proposed',
  'sent',
  'acknowledged',
  'waiting',
  'allocated',
  'active',
] as const satisfies readonly ServiceRequestState[];

/** The states in which the receiving agency answers for it. */
export const ACCEPTED_REQUEST_STATES = [
  'waiting',
  'allocated',
  'active',
] as const satisfies readonly ServiceRequestState[];

/** Whether somebody still owes the person something, from the proposal until support has ended. */
export function isLiveServiceRequest({ state }: { readonly state: ServiceRequestState }): boolean {
  return (LIVE_REQUEST_STATES as readonly ServiceRequestState[]).includes(state);
}

/** Whether the service has said yes and support has not ended: on its list, with a worker, or running. */
export function isAcceptedServiceRequest({ state }: { readonly state: ServiceRequestState }): boolean {
  return (ACCEPTED_REQUEST_STATES as readonly ServiceRequestState[]).includes(state);
}
