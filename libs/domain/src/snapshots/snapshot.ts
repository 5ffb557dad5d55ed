import { mayDo, type Act, type StaffActor } from '../access';
import type { Brand } from '../brand';
import type { UserId } from '../ids';
import { nextState } from '../machine';
import type { Instant } from '../time';
import { snapshotMachine, type SnapshotEvent, type SnapshotState } from './snapshot-machine';
import type { SnapshotQuarter } from './quarter';

export type SnapshotId = Brand<string, 'SnapshotId'>;

/** Why a published quarter is counted again; codes alone, for they are published too. */
export const RESTATEMENT_REASONS = [
  'late-records',
  'corrected-times',
  'records-joined',
  'definition-changed',
  'counting-mistake',
  'small-counts-shown',
] as const;
export type RestatementReason = (typeof RESTATEMENT_REASONS)[number];

/** Why a second person did not sign it off. */
export const SEND_BACK_REASONS = [
  'figures-look-wrong',
  'waits-for-records',
  'people-might-be-found',
] as const;
export type SendBackReason = (typeof SEND_BACK_REASONS)[number];

/** The figures of one quarter, counted at one instant. Its tables never change. */
export interface Snapshot {
  readonly id: SnapshotId;
  /** The first month of its quarter, `YYYY-MM`. */
  readonly quarter: string;
  /** 1 for the first of its quarter that was counted, then 2, 3, … */
  readonly version: number;
  readonly state: SnapshotState;
  readonly countedAt: Instant;
  readonly countedBy: UserId;
  /** Null where nothing was published of the quarter before. */
  readonly restates: SnapshotId | null;
  readonly reason: RestatementReason | null;
  readonly proposedBy: UserId | null;
  readonly proposedAt: Instant | null;
  readonly sentBackBecause: SendBackReason | null;
  readonly signedOffBy: UserId | null;
  readonly signedOffAt: Instant | null;
  readonly revision: number;
}

export type CountRefusal =
  'not-a-quarter' | 'quarter-not-over' | 'being-closed' | 'closed-already' | 'nothing-to-restate';

/**
 * Whether a quarter may be counted now. It is closed once: counting it again restates it, and says why.
 *
 * Example: July to September 2026 from 1 November 2026 on; a second time only with a reason.
 */
export function mayCountQuarter({
  quarter,
  open,
  published,
  reason,
  now,
}: {
  readonly quarter: SnapshotQuarter | null;
  /** One of this quarter that is a draft or proposed. */
  readonly open: boolean;
  /** One of this quarter that is signed off. */
  readonly published: boolean;
  readonly reason: RestatementReason | null;
  readonly now: Instant;
}):
  | { readonly kind: 'may'; readonly quarter: SnapshotQuarter }
  | { readonly kind: 'refused'; readonly reason: CountRefusal } {
  const no = (refusal: CountRefusal) => ({ kind: 'refused', reason: refusal }) as const;
  if (quarter === null) return no('not-a-quarter');
  if (now < quarter.countedFrom) return no('quarter-not-over');
  if (open) return no('being-closed');
  if (published && reason === null) return no('closed-already');
  if (!published && reason !== null) return no('nothing-to-restate');
  return { kind: 'may', quarter };
}

export type SnapshotMove = Exclude<SnapshotEvent, 'restate'>;
export type MoveRefusal = 'not-allowed' | 'same-person' | 'not-now';

const ACT_OF: Readonly<Record<SnapshotMove, Act>> = {
  propose: 'keep-snapshots',
  discard: 'keep-snapshots',
  'sign-off': 'sign-snapshots',
  'send-back': 'sign-snapshots',
};

/**
 * What becomes of a snapshot when somebody proposes it, signs it off, sends it back or discards it. Nobody signs off or
 * sends back what they counted or proposed themselves.
 */
export function moveSnapshot(
  actor: StaffActor,
  {
    snapshot,
    move,
    because = null,
    now,
  }: {
    readonly snapshot: Snapshot;
    readonly move: SnapshotMove;
    readonly because?: SendBackReason | null;
    readonly now: Instant;
  },
):
  | { readonly kind: 'moved'; readonly snapshot: Snapshot }
  | { readonly kind: 'refused'; readonly reason: MoveRefusal } {
  if (!mayDo(actor, ACT_OF[move])) return { kind: 'refused', reason: 'not-allowed' };
  const state = nextState(snapshotMachine, { state: snapshot.state, event: move });
  if (state === null) return { kind: 'refused', reason: 'not-now' };
  const second = move === 'sign-off' || move === 'send-back';
  if (second && [snapshot.countedBy, snapshot.proposedBy].includes(actor.userId))
    return { kind: 'refused', reason: 'same-person' };
  const moved = { ...snapshot, state, revision: snapshot.revision + 1 };
  switch (move) {
    case 'propose':
      return {
        kind: 'moved',
        snapshot: { ...moved, proposedBy: actor.userId, proposedAt: now, sentBackBecause: null },
      };
    case 'send-back':
      return {
        kind: 'moved',
        snapshot: { ...moved, proposedBy: null, proposedAt: null, sentBackBecause: because },
      };
    case 'sign-off':
      return { kind: 'moved', snapshot: { ...moved, signedOffBy: actor.userId, signedOffAt: now } };
    case 'discard':
      return { kind: 'moved', snapshot: moved };
  }
}

/** What the snapshot of a quarter becomes when a later one of it is signed off: it stays, and says that it was restated. */
export function restated(snapshot: Snapshot): Snapshot {
  const state = nextState(snapshotMachine, { state: snapshot.state, event: 'restate' });
  if (state === null) throw new Error('only what is signed off is restated');
  return { ...snapshot, state, revision: snapshot.revision + 1 };
}

/** Whether this is published: for good, restated or not. */
export function isPublished({ state }: Pick<Snapshot, 'state'>): boolean {
  return state === 'signed-off' || state === 'restated';
}

/** Whoever may do something with a snapshot now, for pages and programs. */
export function snapshotMoves(actor: StaffActor, snapshot: Snapshot): readonly SnapshotMove[] {
  const moves: readonly SnapshotMove[] = ['propose', 'sign-off', 'send-back', 'discard'];
  return moves.filter(
    (move) => moveSnapshot(actor, { snapshot, move, now: snapshot.countedAt }).kind === 'moved',
  );
}
