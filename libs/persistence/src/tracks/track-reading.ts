import type { ContactRecheck, Milestone, OfficerTerm, PositionEntry, Track } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { PostgresTrackStore } from './track.store';

/** A track as its reader may see it: row-level security has kept the rest back. */
export interface TrackView {
  readonly milestones: readonly Milestone[];
  readonly positions: readonly PositionEntry[];
  readonly officers: readonly OfficerTerm[];
  /** For the desk alone. */
  readonly recheck: ContactRecheck | null;
}

export async function trackView(manager: EntityManager, { id, caseId }: Track): Promise<TrackView> {
  const store = new PostgresTrackStore(manager);
  return {
    milestones: await store.milestonesOf(id),
    positions: await store.positionsOf(id),
    officers: await store.officersOf(id),
    recheck: await store.openRecheckOf(caseId),
  };
}
