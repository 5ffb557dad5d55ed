import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ChooseBetween,
  ChooseService,
  KeepPlace,
  SendRequest,
  TakeOnRequest,
  WithdrawRequest,
  type Repeatable,
} from '#libs/casework';
import type { ServiceId, ServiceRequestId, StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { changed } from './changed';
import { ChooseServiceBody, KeepServiceRequestBody, WithdrawServiceRequestBody } from './service-request.dto';
import { ServiceRequestChangedView } from './service-request.view';

/** What the desk does with a request: choose, send, take back, and take on what nobody answered. */
@ApiTags('service requests')
@ApiBearerAuth('bearer')
@Controller('/api/v1/service-requests/:id')
export class RequestActsController {
  constructor(
    private readonly chooseService: ChooseService,
    private readonly sendRequest: SendRequest,
    private readonly withdrawRequest: WithdrawRequest,
    private readonly chooseBetween: ChooseBetween,
    private readonly takeOnRequest: TakeOnRequest,
    private readonly keepPlace: KeepPlace,
  ) {}

  @ForAct('keep-requests')
  @ActAnswers({
    id: 'chooseServiceForRequest',
    summary: 'Name the service that is to be asked',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/choose')
  async choose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { serviceId, reason }: ChooseServiceBody,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision, serviceId: serviceId as ServiceId, reason: reason ?? null };
    return changed(await this.chooseService.execute(actor, input, repeatable), {
      serviceId: 'serviceId',
      reason: 'reason',
    });
  }

  @ForAct('keep-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'sendServiceRequest',
    summary: 'Let a request leave for its service',
    description: 'Only with consent, or an override, for what the service reads before it answers.',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/send')
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision };
    return changed(await this.sendRequest.execute(actor, input, repeatable));
  }

  @ForAct('keep-requests')
  @ActAnswers({
    id: 'withdrawServiceRequest',
    summary: 'Take a request back',
    description: 'The service is told that it was taken back and can read nothing of it any more.',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/withdraw')
  async withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason }: WithdrawServiceRequestBody,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision, reason };
    return changed(await this.withdrawRequest.execute(actor, input, repeatable));
  }

  @ForAct('keep-requests')
  @ActAnswers({
    id: 'keepServiceRequest',
    summary: 'Say which of two services the person has chosen',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/keep')
  async keep(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { keepId }: KeepServiceRequestBody,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision, keep: keepId as ServiceRequestId };
    return changed(await this.chooseBetween.execute(actor, input, repeatable));
  }

  @ForAct('take-on-request')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'takeOnServiceRequest',
    summary: 'Take on, as a manager, a request that nobody answered',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/take-on')
  async takeOn(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision };
    return changed(await this.takeOnRequest.execute(actor, input, repeatable));
  }

  @ForAct('keep-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'keepPlaceOfServiceRequest',
    summary: 'Keep the place of somebody with whom all contact is stopped',
    description: 'Whoever says so has looked whether the stop still stands. The next look is due later.',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/keep-place')
  async holdPlace(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision };
    return changed(await this.keepPlace.execute(actor, input, repeatable));
  }
}
