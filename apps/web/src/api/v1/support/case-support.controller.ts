import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PromiseCheckIn, RecordSamples, RecordSignpost, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { caseSupportView } from './case-support';
import { PromiseCheckInBody, RecordSamplesBody, RecordSignpostBody } from './case-support.dto';
import { CaseSupportView, SupportNotedView } from './case-support.view';
import { SUPPORT_REFUSALS } from './support.copy';
import { SupportReader } from './support-reader';

/** Stored samples, days on which the person asked to be called, and what they were told of. */
@ApiTags('kinds of support')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class CaseSupportController {
  constructor(
    private readonly support: SupportReader,
    private readonly samples: RecordSamples,
    private readonly signpost: RecordSignpost,
    private readonly checkIn: PromiseCheckIn,
  ) {}

  @ForAct('see-support')
  @Answers({
    id: 'readCaseSupport',
    summary: 'What kinds of support brought to a case: flag, tasks, samples, days, signposts',
    description: 'Each reading of sealed words is written to the access log before the answer leaves.',
    type: CaseSupportView,
    etag: true,
  })
  @Get('/kinds-of-support')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSupportView> {
    const view = caseSupportView(await this.support.ofCase(actor, id));
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('record-samples')
  @ActAnswers({
    id: 'recordStoredSamples',
    summary: 'Record that the referral centre keeps samples, and until when',
    description: 'Never what they are or what they show. Some weeks before that day somebody looks at it.',
    type: SupportNotedView,
    status: 201,
  })
  @Post('/stored-samples')
  async recordSamples(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { takenOn, keptUntil, remind }: RecordSamplesBody,
  ): Promise<SupportNotedView> {
    const input = { caseId, takenOn, keptUntil, remind };
    done(await this.samples.execute(actor, input, repeatable), SUPPORT_REFUSALS.samples);
    return { caseId };
  }

  @ForAct('signpost')
  @ActAnswers({
    id: 'recordSignpost',
    summary: 'Record what the person was told of, to go to themselves',
    type: SupportNotedView,
    status: 201,
  })
  @Post('/signposts')
  async recordSignpost(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { kinds, givenHow, givenAt }: RecordSignpostBody,
  ): Promise<SupportNotedView> {
    const input = { caseId, kinds, givenHow, givenAt: instant(givenAt) };
    done(await this.signpost.execute(actor, input, repeatable), SUPPORT_REFUSALS.signpost);
    return { caseId };
  }

  @ForAct('promise-check-in')
  @ActAnswers({
    id: 'promiseCheckIn',
    summary: 'Keep a day on which the person asked to be called',
    description: 'It stands after the case has closed too. On that day it is a task; nothing is sent.',
    type: SupportNotedView,
    status: 201,
  })
  @Post('/check-ins')
  async promiseCheckIn(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { on, saidHow }: PromiseCheckInBody,
  ): Promise<SupportNotedView> {
    const input = { caseId, on, saidHow };
    done(await this.checkIn.execute(actor, input, repeatable), SUPPORT_REFUSALS.checkIn);
    return { caseId };
  }
}
