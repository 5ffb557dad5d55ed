import type { ConflictId, UserId } from '../ids';
import { nextState, type Machine } from '../machine';

export type ConflictState = 'held' | 'different-person' | 'separate-workers' | 'put-off';
export type ConflictEvent = 'not-the-same' | 'separate' | 'put-off' | 'look-again' | 'ask-again';

export const ASK_AGAIN_REASONS = ['new-details', 'chosen-by-mistake', 'no-longer-needed'] as const;

/** Besides what a lead says: a service has both of them, or lost one of them for the other. */
export const ASKED_AGAIN_BECAUSE = [...ASK_AGAIN_REASONS, 'one-service'] as const;
export type AskAgainReason = (typeof ASKED_AGAIN_BECAUSE)[number];

/**
 * A suspect who looks like somebody the service supports: held with the duty lead until they decide. Nothing of the
 * case changes meanwhile, because a change that others can see would tell them; the promise clock runs on. What was
 * decided may be asked again, and stands until it is decided anew.
 */
export const conflictMachine: Machine<ConflictState, ConflictEvent> = {
  name: 'conflict',
  initial: 'held',
  terminal: [],
  transitions: {
    held: { 'not-the-same': 'different-person', separate: 'separate-workers', 'put-off': 'put-off' },
    'put-off': { 'not-the-same': 'different-person', separate: 'separate-workers', 'look-again': 'held' },
    'different-person': { 'ask-again': 'held' },
    'separate-workers': { 'ask-again': 'held' },
  },
};

/** What the next decision must know of a conflict. */
export interface ConflictFacts {
  readonly state: ConflictState;
  /** Who asked again after a decision, and what that decision was; null when it was never decided. */
  readonly askedAgainBy: UserId | null;
  readonly decidedBefore: ConflictState | null;
}

export type ConflictDecided =
  | { readonly kind: 'decided'; readonly state: ConflictState }
  | { readonly kind: 'refused'; readonly reason: 'decided-already' | 'second-person' };

/**
 * What a lead's decision makes of a conflict. An answer other than the one before is given by another lead than the one
 * who asked again, so that nobody takes a wall down alone; whoever asked may leave it as it was, or put it off.
 */
export function decideConflict(
  conflict: ConflictFacts,
  { decision, by }: { readonly decision: ConflictEvent; readonly by: UserId },
): ConflictDecided {
  const { state: from, askedAgainBy, decidedBefore } = conflict;
  const state =
    decision === 'put-off' && from === 'put-off'
      ? from
      : nextState(conflictMachine, { state: from, event: decision });
  if (state === null) return { kind: 'refused', reason: 'decided-already' };
  const answers = state === 'different-person' || state === 'separate-workers';
  const alone = askedAgainBy === by && state !== decidedBefore;
  return answers && alone ? { kind: 'refused', reason: 'second-person' } : { kind: 'decided', state };
}

/**
 * By which a duty lead knows in a mail what waits for them, and whoever else reads it knows nothing: it belongs to the
 * conflict and to neither case.
 */
export function decisionReference(id: ConflictId): string {
  const end = id.slice(-8).toUpperCase();
  return `LD-${end.slice(0, 4)}-${end.slice(4)}`;
}
