import type { Machine } from '../machine';

export const SNAPSHOT_STATES = ['draft', 'proposed', 'signed-off', 'restated', 'discarded'] as const;
export type SnapshotState = (typeof SNAPSHOT_STATES)[number];
export type SnapshotEvent = 'propose' | 'discard' | 'sign-off' | 'send-back' | 'restate';

/** What is published never goes: a restatement stands beside it. What is sent back is looked at again, and may be counted anew. */
export const snapshotMachine: Machine<SnapshotState, SnapshotEvent> = {
  name: 'snapshot',
  initial: 'draft',
  terminal: ['restated', 'discarded'],
  transitions: {
    draft: { propose: 'proposed', discard: 'discarded' },
    proposed: { 'sign-off': 'signed-off', 'send-back': 'draft' },
    'signed-off': { restate: 'restated' },
    restated: {},
    discarded: {},
  },
};
