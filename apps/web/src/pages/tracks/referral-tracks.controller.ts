import { Controller } from '@nestjs/common';
import { mayActOn, type ReferralId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, referralStatus } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { ForAct } from '../../sign-in/for-act.decorator';
import { TrackPages } from './track-pages';
import type { TracksDoor } from './track-place';
import { TrackRoutes } from './track-routes';

/** The investigation of a referral, for the officers of the team that sent it: what they entered, and nothing else (P7). */
@ForAct('keep-own-track')
@Controller('/referrals/:id/tracks')
export class ReferralTracksController extends TrackRoutes {
  constructor(
    tracks: TrackPages,
    private readonly work: PostgresUnitOfWork,
  ) {
    super(tracks);
  }

  protected async door(actor: StaffActor, id: string): Promise<TracksDoor> {
    const referralId = id as ReferralId;
    const status = await this.work.read(actor, (manager) => referralStatus(manager, referralId));
    if (status === null || !mayActOn(actor, 'keep-own-track', status)) throw notFound();
    return {
      actor,
      place: { kind: 'referral', referralId },
      base: `/referrals/${id}/tracks`,
      reference: status.reference,
      back: { href: `/referrals/${id}`, text: 'The referral' },
    };
  }
}
