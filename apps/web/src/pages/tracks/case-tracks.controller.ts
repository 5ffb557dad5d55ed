import { Controller } from '@nestjs/common';
import type { CaseId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import { CaseReading } from '../cases/case-reading';
import { requireAct } from '../form-acts/form-act';
import { TrackPages } from './track-pages';
import type { TracksDoor } from './track-place';
import { TrackRoutes } from './track-routes';

/** The investigations of a case, for whoever handles it. */
@ForAct('see-track')
@Controller('/cases/:id/tracks')
export class CaseTracksController extends TrackRoutes {
  constructor(
    tracks: TrackPages,
    private readonly reading: CaseReading,
  ) {
    super(tracks);
  }

  protected async door(actor: StaffActor, id: string, writing: boolean): Promise<TracksDoor> {
    const act = writing ? 'keep-track' : 'see-track';
    requireAct(actor, act);
    const caseId = id as CaseId;
    const { summary } = await this.reading.summary(actor, act, caseId);
    return {
      actor,
      place: { kind: 'case', caseId },
      base: `/cases/${id}/tracks`,
      reference: summary.reference,
      back: { href: `/cases/${id}`, text: 'The case' },
    };
  }
}
