import { Controller } from '@nestjs/common';
import { OpenSharedTracks } from '#libs/casework';
import type { ShareId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { ForAct } from '../../sign-in/for-act.decorator';
import { TrackPages } from './track-pages';
import type { TracksDoor } from './track-place';
import { TrackRoutes } from './track-routes';

/** The investigations of a case of which the investigation is shared with the reader's service (P6). */
@ForAct('keep-shared-track')
@Controller('/shared/:id/tracks')
export class SharedTracksController extends TrackRoutes {
  constructor(
    tracks: TrackPages,
    private readonly shared: OpenSharedTracks,
  ) {
    super(tracks);
  }

  protected async door(actor: StaffActor, id: string): Promise<TracksDoor> {
    const share = await this.shared.execute(actor, id as ShareId);
    if (share === null) throw notFound();
    return {
      actor,
      place: { kind: 'case', caseId: share.caseId },
      base: `/shared/${id}/tracks`,
      reference: share.reference,
      back: { href: `/shared/${id}`, text: 'Shared record' },
    };
  }
}
