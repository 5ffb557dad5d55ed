import type { Machine } from '../machine';

/**
 * `met-on-confirmation` rests on a late entry that a second person confirmed, `met-on-correction` on a corrected
 * start; both count as met and the figure prints how many there are. `done-late`: missed, and done since.
 */
export const DEADLINE_STATES = [
  'running',
  'met',
  'breached',
  'done-late',
  'met-on-confirmation',
  'met-on-correction',
  'cancelled',
] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export type DeadlineChange =
  | 'meet'
  | 'pass-due'
  | 'do-late'
  | 'confirm-late-entry'
  | 'correct-to-met'
  | 'correct-to-missed'
  | 'correct-to-running'
  | 'find-undone'
  | 'cancel'
  | 'reopen';

/** DESIGN §3: no promise deadline pauses, so there is no paused state to leave. */
export const deadlineMachine: Machine<DeadlineState, DeadlineChange> = {
  name: 'deadline',
  initial: 'running',
  terminal: [],
  transitions: {
    running: {
      meet: 'met',
      'pass-due': 'breached',
      'do-late': 'done-late',
      'confirm-late-entry': 'met-on-confirmation',
      cancel: 'cancelled',
    },
    met: { 'correct-to-missed': 'done-late', 'correct-to-running': 'running' },
    breached: {
      'do-late': 'done-late',
      'confirm-late-entry': 'met-on-confirmation',
      'correct-to-met': 'met-on-correction',
      'correct-to-running': 'running',
      cancel: 'cancelled',
    },
    'done-late': {
      'confirm-late-entry': 'met-on-confirmation',
      'correct-to-met': 'met-on-correction',
      'find-undone': 'breached',
    },
    'met-on-confirmation': { 'correct-to-missed': 'done-late', 'correct-to-running': 'running' },
    'met-on-correction': { 'correct-to-missed': 'done-late', 'correct-to-running': 'running' },
    cancelled: { reopen: 'running' },
  },
};
