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
import { RefuseRequestBody, SettleRequestBody } from './information-request.dto';
import { InformationRequestView } from './information-request.view';
import { RequestDesk } from './request-desk';

@ApiTags('data protection')
@ApiBearerAuth('bearer')
@Controller('/api/v1/information-requests/:id')
export class RequestEndController {
  constructor(private readonly desk: RequestDesk) {}

  @ForAct('keep-data-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'acknowledgeComplaint',
    summary: 'Record that a complaint was acknowledged to whoever made it',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/acknowledgement')
  acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<InformationRequestView> {
    return this.desk.change(actor, { id, revision, change: { kind: 'acknowledge' } }, repeatable);
  }

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'settleInformationRequest',
    summary: 'Record what came of a complaint, an objection or a request for deletion',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/settlement')
  settle(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { settlement }: SettleRequestBody,
  ): Promise<InformationRequestView> {
    const change = { kind: 'settle', settlement } as const;
    return this.desk.change(actor, { id, revision, change, answer: 'settlement' }, repeatable);
  }

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'refuseInformationRequest',
    summary: 'Turn a request down',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/refusal')
  refuse(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason }: RefuseRequestBody,
  ): Promise<InformationRequestView> {
    const change = { kind: 'refuse', reason } as const;
    return this.desk.change(actor, { id, revision, change, answer: 'reason' }, repeatable);
  }

  @ForAct('keep-data-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'withdrawInformationRequest',
    summary: 'Record that whoever asked has withdrawn the request',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/withdrawal')
  withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<InformationRequestView> {
    return this.desk.change(actor, { id, revision, change: { kind: 'withdraw' } }, repeatable);
  }
}
