import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Repeatable } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import {
  ConfirmIdentityBody,
  ExtendRequestBody,
  LinkRequestBody,
  StopClockBody,
} from './information-request.dto';
import { InformationRequestView } from './information-request.view';
import { RequestDesk } from './request-desk';

@ApiTags('data protection')
@ApiBearerAuth('bearer')
@Controller('/api/v1/information-requests/:id')
export class RequestClockController {
  constructor(private readonly desk: RequestDesk) {}

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'linkInformationRequest',
    summary: 'Say which case a request is about',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/case')
  link(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: LinkRequestBody,
  ): Promise<InformationRequestView> {
    const change = { kind: 'link', caseReference: body.caseReference.trim().toUpperCase() } as const;
    return this.desk.change(actor, { id, revision, change, answer: 'caseReference' }, repeatable);
  }

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'confirmRequester',
    summary: 'Confirm who asks',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/identity')
  confirm(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { how }: ConfirmIdentityBody,
  ): Promise<InformationRequestView> {
    const change = { kind: 'confirm-identity', how } as const;
    return this.desk.change(actor, { id, revision, change, answer: 'how' }, repeatable);
  }

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'stopRequestClock',
    summary: 'Ask them something, and stop the clock until they answer',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/clock/stop')
  stop(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { waitFor }: StopClockBody,
  ): Promise<InformationRequestView> {
    const change = { kind: 'ask', waitFor } as const;
    return this.desk.change(actor, { id, revision, change, answer: 'waitFor' }, repeatable);
  }

  @ForAct('keep-data-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'resumeRequestClock',
    summary: 'Record that their answer is in: the clock goes on',
    description: 'The last day moves by the days on which it stood still.',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/clock/resume')
  resume(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<InformationRequestView> {
    return this.desk.change(actor, { id, revision, change: { kind: 'answer' } }, repeatable);
  }

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'extendInformationRequest',
    summary: 'Take two months more',
    description: 'For somebody who was told so, with the reason, within the first month.',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/clock/extension')
  extend(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason }: ExtendRequestBody,
  ): Promise<InformationRequestView> {
    const change = { kind: 'extend', extension: reason } as const;
    return this.desk.change(actor, { id, revision, change, answer: 'reason' }, repeatable);
  }
}
