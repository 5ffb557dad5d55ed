import type { Machine } from '../machine';
import type { ProposalState } from './proposal';

export type ProposalChange = 'approve' | 'decline' | 'withdraw';

/** Decided once: who thinks again makes another proposal. */
export const proposalMachine: Machine<ProposalState, ProposalChange> = {
  name: 'change proposal',
  initial: 'proposed',
  terminal: ['approved', 'declined', 'withdrawn'],
  transitions: {
    proposed: { approve: 'approved', decline: 'declined', withdraw: 'withdrawn' },
    approved: {},
    declined: {},
    withdrawn: {},
  },
};
