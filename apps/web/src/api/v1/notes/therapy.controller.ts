import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ReadTherapyMilestones, RecordTherapyMilestone, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type StaffActor } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { availableOf } from '../access/available-action.view';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { MILESTONE_REFUSALS } from './note.copy';
import { TherapyMilestoneBody } from './note.dto';
import { TherapyMilestoneRecordedView, therapyMilestoneView, TherapyView } from './note.view';

/** How far therapy has come, for the service that gives it. No word of it is taken, kept or answered. */
@ApiTags('notes')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/therapy-milestones')
export class TherapyApiController {
  constructor(
    private readonly readTherapy: ReadTherapyMilestones,
    private readonly recordMilestone: RecordTherapyMilestone,
  ) {}

  @ForAct('see-therapy-milestones')
  @Answers({
    id: 'readTherapyMilestones',
    summary: 'Where therapy stands and its milestones',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: TherapyView,
  })
  @Get()
  async read(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: CaseId): Promise<TherapyView> {
    const read = await this.readTherapy.execute(actor, { caseId: id });
    if (read.kind === 'not-found') throw notFound();
    return {
      state: read.state,
      sessions: read.sessions,
      milestones: read.milestones.map(therapyMilestoneView),
      availableActions: availableOf([
        {
          action: 'record-milestone',
          method: 'POST',
          href: `/api/v1/cases/${id}/therapy-milestones`,
          may: true,
        },
      ]),
    };
  }

  @ForAct('record-therapy-milestone')
  @ActAnswers({
    id: 'recordTherapyMilestone',
    summary: 'Record that therapy started, paused, went on or ended, or how many sessions were held',
    type: TherapyMilestoneRecordedView,
    status: 201,
  })
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { kind, sessions, happenedAt }: TherapyMilestoneBody,
  ): Promise<TherapyMilestoneRecordedView> {
    const input = { caseId: id, kind, sessions: sessions ?? null, happenedAt: instant(happenedAt) };
    const recorded = await this.recordMilestone.execute(actor, input, repeatable);
    return { milestoneId: done(recorded, MILESTONE_REFUSALS).milestoneId };
  }
}
