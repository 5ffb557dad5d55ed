import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ReadTrack, type Repeatable } from '#libs/casework';
import type { ContactRecheckId, MilestoneId, StaffActor, TrackId } from '#libs/domain';
import { PostgresUnitOfWork, trackView } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { TrackActs } from './track-acts';
import {
  CorrectMilestoneBody,
  RecheckAnswerBody,
  RecordMilestoneBody,
  RecordPositionBody,
  TakeoverBody,
  WithdrawMilestoneBody,
} from './track.dto';
import {
  MilestoneKeptView,
  PositionKeptView,
  RecheckSettledView,
  TakeoverKeptView,
  TrackDetailView,
} from './track.view';
import { trackDetailView } from './track-views';

/** One investigation, for everybody who may read it: the desk, a service that it is shared with, the officers who referred. */
@ApiTags('tracks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/tracks/:id')
export class TracksApiController {
  constructor(
    private readonly readTrack: ReadTrack,
    private readonly work: PostgresUnitOfWork,
    private readonly acts: TrackActs,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-track', 'keep-shared-track', 'keep-own-track')
  @Answers({
    id: 'readTrack',
    summary:
      'One investigation: what happened, the next day in court, the person’s position, measures, officers',
    description: 'That it was read is written to the access log before the answer leaves.',
    type: TrackDetailView,
  })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<TrackDetailView> {
    const read = await this.readTrack.execute(actor, id as TrackId);
    if (read.kind === 'not-found') throw notFound();
    const { track, closed } = read;
    const { timezone } = this.settings.area;
    return this.work.read(actor, async (manager, now) =>
      trackDetailView(track, await trackView(manager, track), { actor, closed, now, timezone }),
    );
  }

  @ForAct('keep-track', 'keep-shared-track', 'keep-own-track')
  @ActAnswers({
    id: 'recordMilestone',
    summary: 'Record something that happened in an investigation',
    description:
      'What is unusual beside the rest is refused with reason "unusual" until issueReason says why. An arrest, a release or a change of bail opens the urgent question whether contact is still safe.',
    type: MilestoneKeptView,
    status: 201,
  })
  @Post('/milestones')
  record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: RecordMilestoneBody,
  ): Promise<MilestoneKeptView> {
    return this.acts.record({ actor, trackId: id as TrackId, repeatable }, body);
  }

  @ForAct('keep-track', 'keep-shared-track', 'keep-own-track')
  @ActAnswers({
    id: 'correctMilestone',
    summary: 'Put an entry right by another in its place; both stay readable',
    type: MilestoneKeptView,
    status: 201,
  })
  @Post('/milestones/:milestoneId/correct')
  correct(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('milestoneId', SafeIdPipe) milestoneId: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: CorrectMilestoneBody,
  ): Promise<MilestoneKeptView> {
    return this.acts.correct({ actor, trackId: id as TrackId, repeatable }, milestoneId as MilestoneId, body);
  }

  @ForAct('keep-track', 'keep-shared-track', 'keep-own-track')
  @ActAnswers({
    id: 'withdrawMilestone',
    summary: 'Say that something never happened; the entry stays readable as withdrawn',
    type: MilestoneKeptView,
  })
  @Post('/milestones/:milestoneId/withdraw')
  withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('milestoneId', SafeIdPipe) milestoneId: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: WithdrawMilestoneBody,
  ): Promise<MilestoneKeptView> {
    return this.acts.withdraw(
      { actor, trackId: id as TrackId, repeatable },
      milestoneId as MilestoneId,
      body,
    );
  }

  @ForAct('keep-track', 'keep-shared-track', 'keep-own-track')
  @ActAnswers({
    id: 'recordPosition',
    summary: 'Record where the person stands towards the prosecution',
    description: 'It ends no support, no request and no promise of contact.',
    type: PositionKeptView,
    status: 201,
  })
  @Post('/positions')
  position(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: RecordPositionBody,
  ): Promise<PositionKeptView> {
    return this.acts.position({ actor, trackId: id as TrackId, repeatable }, body);
  }

  @ForAct('keep-track', 'keep-shared-track', 'keep-own-track')
  @ActAnswers({
    id: 'handOverTrack',
    summary: 'Record which officer is in charge from when',
    type: TakeoverKeptView,
    status: 201,
  })
  @Post('/officers')
  takeOver(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: TakeoverBody,
  ): Promise<TakeoverKeptView> {
    return this.acts.takeOver({ actor, trackId: id as TrackId, repeatable }, body);
  }
}

/** The urgent question whether contact is still safe. */
@ApiTags('tracks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/rechecks/:id')
export class RechecksApiController {
  constructor(private readonly acts: TrackActs) {}

  @ForAct('settle-recheck')
  @ActAnswers({
    id: 'answerRecheck',
    summary: 'Answer whether contact is still safe after what happened to the suspect',
    description: 'Still safe is the person’s own word: every way that was marked counts as checked now.',
    type: RecheckSettledView,
  })
  @Post('/answer')
  answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: RecheckAnswerBody,
  ): Promise<RecheckSettledView> {
    return this.acts.answer({ actor, repeatable }, id as ContactRecheckId, body);
  }
}
