import type { Instant } from '../time';
import type { DeadlineChange, DeadlineState } from './deadline-machine';
import type { Judgement } from './judge';

const MET: readonly DeadlineState[] = ['met', 'met-on-confirmation', 'met-on-correction'];

/**
 * What an attempt, a confirmation, a corrected start or the passing of time makes of a deadline: the change to
 * apply, or null when it stays as it is. A breach fires when now > due; done at the due instant is in time.
 */
export function settle({
  state,
  judgement,
  dueAt,
  now,
}: {
  state: DeadlineState;
  judgement: Judgement;
  dueAt: Instant;
  now: Instant;
}): DeadlineChange | null {
  if (state === 'cancelled') return null;
  if (judgement.kind === 'met') return changeWhenMet(state, judgement.basis);
  if (judgement.kind === 'done-late') return changeWhenLate(state);
  // What it rested on was declined by a second person: nobody has kept this limb yet.
  if (MET.includes(state)) return judgement.kind === 'claimed' ? 'correct-to-missed' : 'correct-to-running';
  if (state === 'done-late') return judgement.kind === 'not-done' ? 'find-undone' : null;
  if (state === 'running') return now > dueAt ? 'pass-due' : null;
  return state === 'breached' && now <= dueAt ? 'correct-to-running' : null;
}

function changeWhenMet(
  state: DeadlineState,
  basis: 'on-time' | 'late-entry-confirmed',
): DeadlineChange | null {
  if (MET.includes(state)) return null;
  if (basis === 'late-entry-confirmed') return 'confirm-late-entry';
  return state === 'running' ? 'meet' : 'correct-to-met';
}

function changeWhenLate(state: DeadlineState): DeadlineChange | null {
  if (state === 'running' || state === 'breached') return 'do-late';
  return state === 'done-late' ? null : 'correct-to-missed';
}
