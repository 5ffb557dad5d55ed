import type { CaseId } from '../ids';
import { nextState } from '../machine';
import type { Instant } from '../time';
import { matchMachine, type MatchDecision, type MatchState } from './match-machine';

/** Why a responder decided so: what they went by besides the evidence on the page. */
export const MATCH_REASONS = [
  'details-agree',
  'person-said-so',
  'referrer-said-so',
  'details-differ',
  'shared-details',
  'not-sure',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export const UNDO_REASONS = ['person-said-so', 'new-details', 'chosen-by-mistake'] as const;
export type UndoReason = (typeof UNDO_REASONS)[number];

/** What the rule must know of each of the two cases. */
export interface MatchedCase {
  readonly caseId: CaseId;
  readonly openedAt: Instant;
  readonly closed: boolean;
  /** Somebody has spoken with the person on this case. */
  readonly reached: boolean;
  /** When the binding limb of its promise falls due. */
  readonly dueAt: Instant;
}

export type MatchRefusal = 'already-decided' | 'case-closed' | 'walled' | 'reason-needed';

export type MatchDecided =
  | {
      readonly kind: 'decided';
      readonly state: MatchDecision;
      /** The case that goes on and the one that ends as its duplicate; null unless both tell of one report. */
      readonly duplicate: { readonly keep: CaseId; readonly close: CaseId } | null;
    }
  | { readonly kind: 'refused'; readonly reason: MatchRefusal };

/**
 * What a responder's decision about two records does. "Not sure" is a reason for keeping two people apart and never
 * for joining them. Records that are not behind the same walls are never joined: whoever may see one of them would
 * learn of the other, and a wall would end at one record of its person. One report has one contact task, so a closed
 * case is no home for it.
 */
export function decideMatch(options: {
  state: MatchState;
  decision: MatchDecision;
  reason: MatchReason;
  cases: readonly [MatchedCase, MatchedCase];
  /** Whether the same walls stand around both people, or none around either (`sameWalls`). */
  wallsAlike: boolean;
}): MatchDecided {
  const { decision, reason, cases } = options;
  const state = nextState(matchMachine, { state: options.state, event: `decide-${decision}` });
  if (state === null) return { kind: 'refused', reason: 'already-decided' };
  const joins = decision !== 'different-person';
  if (joins && reason === 'not-sure') return { kind: 'refused', reason: 'reason-needed' };
  if (joins && !options.wallsAlike) return { kind: 'refused', reason: 'walled' };
  if (decision !== 'same-report') return { kind: 'decided', state: decision, duplicate: null };
  if (cases.some(({ closed }) => closed)) return { kind: 'refused', reason: 'case-closed' };
  const [keep, close] = cases.toSorted(byPromise);
  return {
    kind: 'decided',
    state: decision,
    duplicate: { keep: (keep as MatchedCase).caseId, close: (close as MatchedCase).caseId },
  };
}

/**
 * The case on which the person was reached goes on; of two that wait, the one whose promise falls due first, so that
 * joining never buys time (P4). Then the older one.
 */
function byPromise(a: MatchedCase, b: MatchedCase): number {
  return (
    Number(b.reached) - Number(a.reached) ||
    a.dueAt - b.dueAt ||
    a.openedAt - b.openedAt ||
    a.caseId.localeCompare(b.caseId)
  );
}
