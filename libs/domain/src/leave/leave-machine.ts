import type { Machine } from '../machine';

export type LeaveState = 'planned' | 'away' | 'over' | 'cancelled';
export type LeaveEvent = 'begin' | 'come-back' | 'cancel';

/** Somebody's leave. It begins and ends by its dates; the state is what the service has noted of that. */
export const leaveMachine: Machine<LeaveState, LeaveEvent> = {
  name: 'leave',
  initial: 'planned',
  terminal: ['over', 'cancelled'],
  transitions: {
    planned: { begin: 'away', cancel: 'cancelled' },
    away: { 'come-back': 'over' },
    over: {},
    cancelled: {},
  },
};
