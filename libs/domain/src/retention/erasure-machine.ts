import type { Machine } from '../machine';

export type ErasureState =
  'suggested' | 'proposed' | 'approved' | 'underway' | 'done' | 'declined' | 'withdrawn';
export type ErasureEvent = 'propose' | 'approve' | 'decline' | 'withdraw' | 'begin' | 'finish';

/**
 * An erasure takes two people. What the schedule suggests is nothing until somebody proposes it; from `begin` on there
 * is no way back, and whatever dies in between, only the way to the end (P13).
 */
export const erasureMachine: Machine<ErasureState, ErasureEvent> = {
  name: 'erasure',
  initial: 'suggested',
  terminal: ['done', 'declined', 'withdrawn'],
  transitions: {
    suggested: { propose: 'proposed', decline: 'declined' },
    proposed: { approve: 'approved', decline: 'declined', withdraw: 'withdrawn' },
    approved: { begin: 'underway' },
    underway: { finish: 'done' },
    done: {},
    declined: {},
    withdrawn: {},
  },
};
