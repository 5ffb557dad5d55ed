import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AcceptRequest,
  AcknowledgeRequest,
  DeclineRequest,
  RedirectRequest,
  type Repeatable,
} from '#libs/casework';
import type { ServiceId, ServiceRequestId, StaffActor, UserId } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { changed } from './changed';
import {
  AcceptServiceRequestBody,
  DeclineServiceRequestBody,
  RedirectServiceRequestBody,
} from './service-request.dto';
import { ServiceRequestChangedView } from './service-request.view';

/** What a service answers. Of a service outside somebody at the desk notes what it said. */
@ApiTags('service requests')
@ApiBearerAuth('bearer')
@Controller('/api/v1/service-requests/:id')
export class RequestAnswersController {
  constructor(
    private readonly acknowledgeRequest: AcknowledgeRequest,
    private readonly acceptRequest: AcceptRequest,
    private readonly declineRequest: DeclineRequest,
    private readonly redirectRequest: RedirectRequest,
  ) {}

  @ForAct('answer-request')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'acknowledgeServiceRequest',
    summary: 'Say that a request was received',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/acknowledge')
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision };
    return changed(await this.acknowledgeRequest.execute(actor, input, repeatable));
  }

  @ForAct('answer-request')
  @ActAnswers({
    id: 'acceptServiceRequest',
    summary: 'Accept a request',
    description: 'From this minute the service answers for the next contact, and may read what was agreed.',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/accept')
  async accept(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { userId }: AcceptServiceRequestBody,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision, allocateTo: (userId ?? null) as UserId | null };
    return changed(await this.acceptRequest.execute(actor, input, repeatable), { choice: 'userId' });
  }

  @ForAct('answer-request')
  @ActAnswers({
    id: 'declineServiceRequest',
    summary: 'Say no to a request, with the reason',
    description: 'The desk has the need again at once, in the same place of the queue.',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/decline')
  async decline(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason }: DeclineServiceRequestBody,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision, reason };
    return changed(await this.declineRequest.execute(actor, input, repeatable));
  }

  @ForAct('answer-request')
  @ActAnswers({
    id: 'redirectServiceRequest',
    summary: 'Suggest another service instead',
    description: 'Nothing goes there before the desk has asked the person.',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/redirect')
  async redirect(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { toServiceId, reason }: RedirectServiceRequestBody,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision, toServiceId: toServiceId as ServiceId, reason };
    return changed(await this.redirectRequest.execute(actor, input, repeatable), {
      serviceId: 'toServiceId',
    });
  }
}
