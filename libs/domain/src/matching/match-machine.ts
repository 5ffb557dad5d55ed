import type { Machine } from '../machine';

export const MATCH_STATES = ['waiting', 'same-report', 'same-person', 'different-person'] as const;
export type MatchState = (typeof MATCH_STATES)[number];
export type MatchDecision = Exclude<MatchState, 'waiting'>;
export const MATCH_DECISIONS = [
  'same-report',
  'same-person',
  'different-person',
] as const satisfies readonly MatchDecision[];

export type MatchEvent = 'decide-same-report' | 'decide-same-person' | 'decide-different-person' | 'undo';

/** Practice §2.1, match review. Every decision can be taken back, so no state is an end. */
export const matchMachine: Machine<MatchState, MatchEvent> = {
  name: 'match review',
  initial: 'waiting',
  terminal: [],
  transitions: {
    waiting: {
      'decide-same-report': 'same-report',
      'decide-same-person': 'same-person',
      'decide-different-person': 'different-person',
    },
    'same-report': { undo: 'waiting' },
    'same-person': { undo: 'waiting' },
    'different-person': { undo: 'waiting' },
  },
};
