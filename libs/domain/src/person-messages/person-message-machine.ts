import type { Machine } from '../machine';
import type { PersonMessageState } from './person-message';

export type PersonMessageEvent = 'hand-over' | 'withhold' | 'cancel' | 'fail' | 'confirm';

/** A message leaves once or never. What came of it afterwards is what the other side says. */
export const personMessageMachine: Machine<PersonMessageState, PersonMessageEvent> = {
  name: 'message to the person',
  initial: 'queued',
  terminal: ['failed', 'withheld', 'cancelled'],
  transitions: {
    queued: { 'hand-over': 'handed-over', withhold: 'withheld', cancel: 'cancelled', fail: 'failed' },
    'handed-over': { confirm: 'delivered', fail: 'failed' },
    delivered: { fail: 'failed' },
    failed: {},
    withheld: {},
    cancelled: {},
  },
};
