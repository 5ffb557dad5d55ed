import type { StaffActor, TrackId } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { UnitOfWork } from '../ports';
import { findTrackFor, type TrackFound } from './track-access';

export type TrackRead = ({ readonly kind: 'read' } & TrackFound) | NotFound;

/** Opens a track to whoever may read it; that they did is recorded and committed before anything is shown (P8). */
export class ReadTrack {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, id: TrackId): Promise<TrackRead> {
    return this.unitOfWork.run<TrackRead>(actor, async (tx) => {
      const found = await findTrackFor(tx, { actor, id, act: 'see' });
      if (found === null) return NOT_FOUND;
      const { personId, caseId } = found.track;
      const officer = actor.role === 'officer';
      const basis = officer ? 'own-referral' : actor.role === 'provider-worker' ? 'share' : 'case';
      await tx.accessLog.record([
        { personId, caseId: officer ? null : caseId, what: 'investigation', basis },
      ]);
      return { kind: 'read', ...found };
    });
  }
}
