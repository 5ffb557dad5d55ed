import type { Machine } from '../machine';

export type HandoverState = 'offered' | 'accepted' | 'declined' | 'withdrawn';
export type HandoverEvent = 'accept' | 'decline' | 'withdraw';

/** An offer of one case. Ownership moves with `accept` and with nothing else (P15). */
export const handoverMachine: Machine<HandoverState, HandoverEvent> = {
  name: 'handover',
  initial: 'offered',
  terminal: ['accepted', 'declined', 'withdrawn'],
  transitions: {
    offered: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
    accepted: {},
    declined: {},
    withdrawn: {},
  },
};
