import type { Machine } from '../machine';

export type SwapState = 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed';
export type SwapEvent = 'accept' | 'decline' | 'withdraw' | 'lapse';

/** A colleague asked to take a shift over. The rota changes with `accept` and with nothing else. */
export const swapMachine: Machine<SwapState, SwapEvent> = {
  name: 'shift-swap',
  initial: 'asked',
  terminal: ['accepted', 'declined', 'withdrawn', 'lapsed'],
  transitions: {
    asked: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', lapse: 'lapsed' },
    accepted: {},
    declined: {},
    withdrawn: {},
    lapsed: {},
  },
};
