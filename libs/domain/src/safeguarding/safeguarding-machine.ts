import type { Machine } from '../machine';

export type SafeguardingState = 'open' | 'referred' | 'acknowledged' | 'not-needed' | 'reviewed';
export type SafeguardingEvent = 'fall-due' | 'wait' | 'refer' | 'acknowledge' | 'judge-not-needed' | 'review';

/**
 * A safeguarding task. Passing its due time does not end it. It rests only when the body that was told has said that
 * it has it, when a lead has said why nobody needs telling, or, around an 18th birthday, when the review is done.
 */
export const safeguardingMachine: Machine<SafeguardingState, SafeguardingEvent> = {
  name: 'safeguarding task',
  initial: 'open',
  terminal: ['acknowledged', 'not-needed', 'reviewed'],
  transitions: {
    open: {
      'fall-due': 'open',
      wait: 'open',
      refer: 'referred',
      'judge-not-needed': 'not-needed',
      review: 'reviewed',
    },
    referred: { 'fall-due': 'referred', refer: 'referred', acknowledge: 'acknowledged' },
    acknowledged: {},
    'not-needed': {},
    reviewed: {},
  },
};
