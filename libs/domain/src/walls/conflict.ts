import type { Machine } from '../machine';

export type ConflictState = 'held' | 'different-person' | 'separate-workers' | 'put-off';
export type ConflictEvent = 'not-the-same' | 'separate' | 'put-off' | 'look-again';

/**
 * A suspect who looks like somebody the service supports: held with the duty lead until they decide. Nothing of the
 * case changes meanwhile, because a change that others can see would tell them; the promise clock runs on.
 */
export const conflictMachine: Machine<ConflictState, ConflictEvent> = {
  name: 'conflict',
  initial: 'held',
  terminal: ['different-person', 'separate-workers'],
  transitions: {
    held: { 'not-the-same': 'different-person', separate: 'separate-workers', 'put-off': 'put-off' },
    'put-off': { 'not-the-same': 'different-person', separate: 'separate-workers', 'look-again': 'held' },
    'different-person': {},
    'separate-workers': {},
  },
};
