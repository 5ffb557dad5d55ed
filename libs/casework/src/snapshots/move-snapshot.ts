import {
  mayDo,
  moveSnapshot,
  restated,
  type Leak,
  type MoveRefusal,
  type SendBackReason,
  type Snapshot,
  type SnapshotId,
  type SnapshotMove,
  type SnapshotTable,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { movedEvent } from './snapshot-events';

export interface SnapshotMoveInput {
  readonly id: SnapshotId;
  readonly revision: number;
  readonly move: SnapshotMove;
  /** Of what is sent back. */
  readonly because?: SendBackReason | null;
}

/** Somebody could be found in it: it is not signed off. */
export interface Leaking {
  readonly kind: 'leaks';
  readonly leaks: readonly Leak[];
}

/** Tries what is about to be published beside what was published before, as whoever wants to find somebody would. */
export interface ReleaseTrial {
  leaksOf(tables: readonly SnapshotTable[], earlier: readonly SnapshotTable[]): Promise<readonly Leak[]>;
}

export type MoveSnapshotOutcome =
  { readonly kind: 'moved'; readonly snapshot: Snapshot } | NotFound | Stale | Leaking | Refused<MoveRefusal>;

const MOVED = {
  propose: 'proposed',
  'send-back': 'sent-back',
  'sign-off': 'signed-off',
  discard: 'discarded',
} as const;

/** Proposes, signs off, sends back or discards a quarter that was counted; signing off publishes it for good. */
export class MoveSnapshot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trial: ReleaseTrial,
  ) {}

  execute(
    actor: StaffActor,
    input: SnapshotMoveInput,
    repeatable: Repeatable,
  ): Promise<Once<MoveSnapshotOutcome>> {
    return this.unitOfWork.once<MoveSnapshotOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'moved' },
      (tx) => this.move(tx, actor, input),
    );
  }

  private async move(
    tx: Transaction,
    actor: StaffActor,
    { id, revision, move, because = null }: SnapshotMoveInput,
  ): Promise<MoveSnapshotOutcome> {
    if (!mayDo(actor, 'see-snapshots')) return NOT_FOUND;
    const found = await tx.snapshots.find(id);
    if (found === null) return NOT_FOUND;
    const ofQuarter = await tx.snapshots.lockQuarter(found.quarter);
    const snapshot = ofQuarter.find((one) => one.id === id);
    if (snapshot === undefined) return NOT_FOUND;
    if (snapshot.revision !== revision) return { kind: 'stale', revision: snapshot.revision };
    const moved = moveSnapshot(actor, { snapshot, move, because, now: tx.now });
    if (moved.kind === 'refused') return moved;
    if (move === 'sign-off') {
      const before = ofQuarter.find(({ state }) => state === 'signed-off');
      const leaks = await this.leaksOf(tx, id, before);
      if (leaks.length > 0) return { kind: 'leaks', leaks };
      if (before !== undefined) {
        await tx.snapshots.save(restated(before));
        await tx.journal.append([movedEvent(before, 'restated', tx.now)]);
      }
    }
    await tx.snapshots.save(moved.snapshot);
    await tx.journal.append([movedEvent(moved.snapshot, MOVED[move], tx.now)]);
    return moved;
  }

  private async leaksOf(
    tx: Transaction,
    id: SnapshotId,
    before: Snapshot | undefined,
  ): Promise<readonly Leak[]> {
    const earlier = before === undefined ? [] : await tx.snapshots.tablesOf(before.id);
    return this.trial.leaksOf(await tx.snapshots.tablesOf(id), earlier);
  }
}
