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
  | 'keep'
  | 'settle'
  | 'refuse'
  | 'withdraw';

const ENDS = { refuse: 'refused', withdraw: 'withdrawn' } as const;

/**
 * A request about somebody's data. A copy is searched for, looked through for other people, sealed and handed over;
 * everything else is settled; a release to somebody else and an erasure wait for a second person in between, who may
 * send a release back or keep the record.
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
    searching: { 'begin-review': 'review', propose: 'proposed', settle: 'settled', ...ENDS },
    review: { 'seal-pack': 'ready', ...ENDS },
    ready: { deliver: 'delivered', 'reopen-review': 'review', ...ENDS },
    acknowledged: { settle: 'settled', ...ENDS },
    proposed: {
      settle: 'settled',
      decline: 'received',
      keep: 'searching',
      refuse: 'refused',
      withdraw: 'withdrawn',
    },
    delivered: {},
    settled: {},
    refused: {},
    withdrawn: {},
  },
};
