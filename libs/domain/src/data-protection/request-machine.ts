import type { Machine } from '../machine';

export type RequestState =
  | 'received'
  | 'searching'
  | 'review'
  | 'ready'
  | 'acknowledged'
  | 'proposed'
  | 'delivered'
  | 'settled'
  | 'refused'
  | 'withdrawn';

export type RequestEvent =
  | 'confirm-identity'
  | 'begin-review'
  | 'seal-pack'
  | 'reopen-review'
  | 'deliver'
  | 'acknowledge'
  | 'propose'
  | 'decline'
  | 'settle'
  | 'refuse'
  | 'withdraw';

const ENDS = { refuse: 'refused', withdraw: 'withdrawn' } as const;

/**
 * A request about somebody's data. A copy is searched for, looked through for other people, sealed and handed over;
 * everything else is settled; whatever releases to somebody else waits for a second person in between.
 */
export const informationRequestMachine: Machine<RequestState, RequestEvent> = {
  name: 'information request',
  initial: 'received',
  terminal: ['delivered', 'settled', 'refused', 'withdrawn'],
  transitions: {
    received: {
      'confirm-identity': 'searching',
      acknowledge: 'acknowledged',
      propose: 'proposed',
      settle: 'settled',
      ...ENDS,
    },
    searching: { 'begin-review': 'review', settle: 'settled', ...ENDS },
    review: { 'seal-pack': 'ready', ...ENDS },
    ready: { deliver: 'delivered', 'reopen-review': 'review', ...ENDS },
    acknowledged: { settle: 'settled', ...ENDS },
    proposed: { settle: 'settled', decline: 'received', refuse: 'refused', withdraw: 'withdrawn' },
    delivered: {},
    settled: {},
    refused: {},
    withdrawn: {},
  },
};
