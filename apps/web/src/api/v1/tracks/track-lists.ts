import { Injectable } from '@nestjs/common';
import { OpenTrack, type Repeatable, type TrackPlace } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, tracksAt } from '#libs/persistence';
import { done } from '../requests/done';
import { OPEN_REFUSALS } from './track.copy';
import type { TrackOpenedView, TracksView } from './track.view';
import { tracksView } from './track-views';

/** The investigations of one case, through whichever door somebody has. */
@Injectable()
export class TrackLists {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly openTrack: OpenTrack,
  ) {}

  list(actor: StaffActor, place: TrackPlace, path: string): Promise<TracksView> {
    return this.work.read(actor, async (manager) =>
      tracksView(await tracksAt(manager, place), { actor, path }),
    );
  }

  async open(
    actor: StaffActor,
    opening: { readonly place: TrackPlace; readonly another: boolean },
    repeatable: Repeatable,
  ): Promise<TrackOpenedView> {
    const { trackId } = done(await this.openTrack.execute(actor, opening, repeatable), OPEN_REFUSALS);
    return { trackId };
  }
}
