import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { OpenSharedTracks, type Repeatable, type TrackPlace } from '#libs/casework';
import { mayActOn, type CaseId, type ReferralId, type ShareId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, referralStatus } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { OpenTrackBody } from './track.dto';
import { TrackOpenedView, TracksView } from './track.view';
import { TrackLists } from './track-lists';

/** The investigations of a case, for whoever handles it. */
@ApiTags('tracks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/tracks')
export class CaseTracksApiController {
  constructor(
    private readonly cases: CaseReader,
    private readonly lists: TrackLists,
  ) {}

  @ForAct('see-track')
  @Answers({ id: 'listTracks', summary: 'The investigations of a case that are followed', type: TracksView })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<TracksView> {
    await this.cases.view(actor, id);
    return this.lists.list(actor, placeOf(id), `/api/v1/cases/${id}/tracks`);
  }

  @ForAct('keep-track')
  @ActAnswers({
    id: 'openTrack',
    summary: 'Follow the investigation of a case',
    description: 'One that is followed already is answered with that one, unless it is another.',
    type: TrackOpenedView,
    status: 201,
  })
  @Post()
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { another }: OpenTrackBody,
  ): Promise<TrackOpenedView> {
    return this.lists.open(actor, { place: placeOf(id), another }, repeatable);
  }
}

/** The investigations of a case of which the investigation is shared with the caller's service. */
@ApiTags('tracks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/shared/:id/tracks')
export class SharedTracksApiController {
  constructor(
    private readonly shared: OpenSharedTracks,
    private readonly lists: TrackLists,
  ) {}

  @ForAct('keep-shared-track')
  @Answers({
    id: 'listSharedTracks',
    summary: 'The investigations of which the person agreed that your service reads',
    type: TracksView,
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<TracksView> {
    const caseId = await this.caseBehind(actor, id);
    return this.lists.list(actor, placeOf(caseId), `/api/v1/shared/${id}/tracks`);
  }

  @ForAct('keep-shared-track')
  @ActAnswers({
    id: 'openSharedTrack',
    summary: 'Follow an investigation that is shared with your service',
    type: TrackOpenedView,
    status: 201,
  })
  @Post()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { another }: OpenTrackBody,
  ): Promise<TrackOpenedView> {
    const caseId = await this.caseBehind(actor, id);
    return this.lists.open(actor, { place: placeOf(caseId), another }, repeatable);
  }

  private async caseBehind(actor: StaffActor, id: string): Promise<CaseId> {
    const share = await this.shared.execute(actor, id as ShareId);
    if (share === null) throw notFound();
    return share.caseId;
  }
}

/** The investigation of a referral, for the officers of the team that sent it (P7). */
@ApiTags('tracks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/referrals/:id/tracks')
export class ReferralTracksApiController {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly lists: TrackLists,
  ) {}

  @ForAct('keep-own-track')
  @Answers({
    id: 'listReferralTracks',
    summary: 'The investigation of your team’s referral',
    description: 'What the police entered, and nothing of support.',
    type: TracksView,
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<TracksView> {
    return this.lists.list(actor, await this.place(actor, id), `/api/v1/referrals/${id}/tracks`);
  }

  @ForAct('keep-own-track')
  @ActAnswers({
    id: 'openReferralTrack',
    summary: 'Keep the investigation of your team’s referral',
    type: TrackOpenedView,
    status: 201,
  })
  @Post()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() _body: OpenTrackBody,
  ): Promise<TrackOpenedView> {
    return this.lists.open(actor, { place: await this.place(actor, id), another: false }, repeatable);
  }

  private async place(actor: StaffActor, id: string): Promise<TrackPlace> {
    const referralId = id as ReferralId;
    const status = await this.work.read(actor, (manager) => referralStatus(manager, referralId));
    if (status === null || !mayActOn(actor, 'keep-own-track', status)) throw notFound();
    return { kind: 'referral', referralId };
  }
}

function placeOf(caseId: string): TrackPlace {
  return { kind: 'case', caseId: caseId as CaseId };
}
