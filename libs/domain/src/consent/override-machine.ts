import type { Machine } from '../machine';

export type OverrideState = 'waiting' | 'in-force' | 'ended' | 'declined';
export type OverrideEvent = 'confirm' | 'decline' | 'stand-at-referral' | 'end' | 'reach-limit';

/** Sharing without consent. Nothing opens while it waits for a second person, and it ends by itself (P6). */
export const overrideMachine: Machine<OverrideState, OverrideEvent> = {
  name: 'consent override',
  initial: 'waiting',
  terminal: ['ended', 'declined'],
  transitions: {
    waiting: { confirm: 'in-force', decline: 'declined', 'stand-at-referral': 'in-force' },
    'in-force': { end: 'ended', 'reach-limit': 'ended' },
    ended: {},
    declined: {},
  },
};
