import {
  recordPosition,
  sideOf,
  type PositionFacts,
  type PositionId,
  type PositionRefusal,
  type StaffActor,
  type TrackId,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { MOST_ENTRIES } from './most-entries';
import { lockTrackFor } from './track-access';
import { positionEnded, positionRecorded } from './track-events';

export interface PositionInput {
  readonly trackId: TrackId;
  readonly facts: PositionFacts;
  /** What was noted wrongly and is put right by this; null for what the person says now. */
  readonly corrects: PositionId | null;
}

export type RecordPositionOutcome =
  | { readonly kind: 'recorded'; readonly positionId: PositionId }
  | NotFound
  | Refused<PositionRefusal | 'case-closed' | 'too-many'>;

/**
 * Notes where the person stands towards the prosecution. Nothing else follows: support, requests and promises of contact
 * are theirs whatever they decide about it.
 */
export class RecordPosition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: PositionInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordPositionOutcome>> {
    return this.unitOfWork.once<RecordPositionOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    { trackId, facts, corrects }: PositionInput,
  ): Promise<RecordPositionOutcome> {
    const found = await lockTrackFor(tx, actor, trackId);
    if (found === null) return NOT_FOUND;
    if (found.closed) return refuse('case-closed');
    const entries = await tx.tracks.positionsOf(trackId);
    if (entries.length >= MOST_ENTRIES) return refuse('too-many');
    const target = corrects === null ? null : (entries.find(({ id }) => id === corrects) ?? null);
    if (corrects !== null && target === null) return NOT_FOUND;
    const decided = recordPosition({
      id: this.ids.next<PositionId>(),
      trackId,
      facts,
      entered: {
        side: sideOf(actor),
        agencyId: actor.agencyId,
        recordedBy: actor.userId,
        recordedAt: tx.now,
      },
      entries,
      target,
      now: tx.now,
    });
    if (decided.kind === 'refused') return decided;
    const { entry, superseded } = decided;
    if (superseded !== null) await tx.tracks.endPosition(superseded);
    await tx.tracks.insertPosition(found.track, entry);
    await tx.journal.append([
      ...(superseded === null ? [] : [positionEnded(found.track, superseded, tx.now)]),
      positionRecorded(found.track, entry),
    ]);
    return { kind: 'recorded', positionId: entry.id };
  }
}
