import { mayActOn, mayDo, type StaffActor, type Track, type TrackId } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import type { Transaction } from '../ports';

export interface TrackFound {
  readonly track: Track;
  /** Support has ended. The investigation of the police goes on, so for them it never has. */
  readonly closed: boolean;
}

/**
 * A track that this person may read or keep; null for one that does not exist and for one that is not theirs, which are
 * answered alike (P7). The desk by its case, an officer by the referral of their team, a service by what is shared.
 */
export async function findTrackFor(
  tx: Transaction,
  { actor, id, act }: { readonly actor: StaffActor; readonly id: TrackId; readonly act: 'see' | 'keep' },
): Promise<TrackFound | null> {
  const track = await tx.tracks.find(id);
  if (track === null) return null;
  if (actor.role === 'officer') return ofOfficer(actor, track) ? { track, closed: false } : null;
  if (mayDo(actor, 'keep-shared-track'))
    return { track, closed: await tx.plans.isClosedToService(track.caseId) };
  const caseFile = await findCaseFor(tx, act === 'see' ? 'see-track' : 'keep-track', track.caseId);
  return caseFile === null ? null : { track, closed: caseFile.closedAt !== null };
}

/** As `findTrackFor` to keep it, and nobody else writes on it until the transaction ends. */
export async function lockTrackFor(
  tx: Transaction,
  actor: StaffActor,
  id: TrackId,
): Promise<TrackFound | null> {
  const found = await findTrackFor(tx, { actor, id, act: 'keep' });
  if (found === null) return null;
  const track = await tx.tracks.lock(id);
  return track === null ? null : { ...found, track };
}

function ofOfficer(actor: StaffActor, track: Track): boolean {
  const { handlingAgencyId, policeAgencyId, policeTeamId } = track;
  if (policeAgencyId === null) return false;
  const relation = { handlingAgencyId, referringAgencyId: policeAgencyId, referringTeamId: policeTeamId };
  return mayActOn(actor, 'keep-own-track', relation);
}
