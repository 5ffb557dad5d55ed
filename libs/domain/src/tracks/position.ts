import type { Brand } from '../brand';
import type { TrackId } from '../ids';
import type { Instant } from '../time';
import { mayPutRight, type Entered } from './track';
import type { EntryState } from './track-machines';

export type PositionId = Brand<string, 'PositionId'>;

/** Where the person stands towards the prosecution. It is theirs alone, and says nothing of the support they want. */
export const POSITIONS = ['supports', 'undecided', 'does-not-support', 'withdrew'] as const;
export type Position = (typeof POSITIONS)[number];

/** Why, in so far as the person said it; never in their words. */
export const POSITION_REASONS = [
  'not-said',
  'own-decision',
  'health-and-wellbeing',
  'fear-of-consequences',
  'time-it-takes',
  'how-it-was-handled',
  'family-or-relationship',
  'wants-to-move-on',
  'wants-justice',
] as const;
export type PositionReason = (typeof POSITION_REASONS)[number];

/** Whether they said it themselves to whoever noted it. Withdrawals are logged elsewhere without asking: this shows. */
export const TOLD_IN_PERSON = ['yes', 'no', 'not-known'] as const;
export type ToldInPerson = (typeof TOLD_IN_PERSON)[number];

export interface PositionFacts {
  readonly position: Position;
  readonly saidAt: Instant;
  readonly reason: PositionReason;
  readonly toldInPerson: ToldInPerson;
}

export interface PositionEntry extends PositionFacts, Entered {
  readonly id: PositionId;
  readonly trackId: TrackId;
  readonly supersedes: PositionId | null;
  readonly state: EntryState;
  readonly endedAt: Instant | null;
}

export type PositionRefusal = 'in-the-future' | 'same-position' | 'not-yours' | 'no-longer-stands';

/** The position in force: what the person said last, whoever noted it; null while nobody has. */
export function positionOf<Entry extends Pick<PositionEntry, 'id' | 'saidAt' | 'recordedAt' | 'state'>>(
  entries: readonly Entry[],
): Entry | null {
  const standing = entries
    .filter(({ state }) => state === 'standing')
    .toSorted((a, b) => a.saidAt - b.saidAt || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
  return standing.at(-1) ?? null;
}

export type PositionDecision =
  | {
      readonly kind: 'recorded';
      readonly entry: PositionEntry;
      readonly superseded: PositionEntry | null;
    }
  | { readonly kind: 'refused'; readonly reason: PositionRefusal };

/**
 * Notes what the person said, or puts right what was noted. It changes the position of the person on this track and
 * nothing else: no support, no request and no promise of contact ends with it.
 */
export function recordPosition(noted: {
  readonly id: PositionId;
  readonly trackId: TrackId;
  readonly facts: PositionFacts;
  readonly entered: Entered;
  readonly entries: readonly PositionEntry[];
  /** What this one puts right; null for a change of the position itself. */
  readonly target: PositionEntry | null;
  readonly now: Instant;
}): PositionDecision {
  const { id, trackId, facts, entered, entries, target, now } = noted;
  const refused = (reason: PositionRefusal): PositionDecision => ({ kind: 'refused', reason });
  if (facts.saidAt > now) return refused('in-the-future');
  if (target !== null) {
    if (target.state !== 'standing') return refused('no-longer-stands');
    if (!mayPutRight(target, entered)) return refused('not-yours');
  }
  const same = entries.some((one) => one.state === 'standing' && sameFacts(one, facts));
  if (same) return refused('same-position');
  const entry: PositionEntry = {
    ...facts,
    ...entered,
    id,
    trackId,
    supersedes: target?.id ?? null,
    state: 'standing',
    endedAt: null,
  };
  const superseded: PositionEntry | null =
    target === null ? null : { ...target, state: 'superseded', endedAt: now };
  return { kind: 'recorded', entry, superseded };
}

function sameFacts(one: PositionFacts, other: PositionFacts): boolean {
  const keys = ['position', 'saidAt', 'reason', 'toldInPerson'] as const;
  return keys.every((key) => one[key] === other[key]);
}
