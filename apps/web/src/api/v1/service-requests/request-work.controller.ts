import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AllocateRequest,
  EndSupport,
  NoteReview,
  NoteStillWanted,
  StartSupport,
  type Repeatable,
} from '#libs/casework';
import type { ServiceRequestId, StaffActor, UserId } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { changed } from './changed';
import { AllocateServiceRequestBody, EndSupportBody, StillWantedBody } from './service-request.dto';
import { ServiceRequestChangedView } from './service-request.view';

/** What becomes of a request once it was accepted. */
@ApiTags('service requests')
@ApiBearerAuth('bearer')
@Controller('/api/v1/service-requests/:id')
export class RequestWorkController {
  constructor(
    private readonly allocateRequest: AllocateRequest,
    private readonly noteStillWanted: NoteStillWanted,
    private readonly startSupport: StartSupport,
    private readonly noteReview: NoteReview,
    private readonly endSupport: EndSupport,
  ) {}

  @ForAct('allocate-request')
  @ActAnswers({
    id: 'allocateServiceRequest',
    summary: 'Name who meets the person',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/allocate')
  async allocate(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { userId }: AllocateServiceRequestBody,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision, userId: userId as UserId };
    return changed(await this.allocateRequest.execute(actor, input, repeatable), { choice: 'userId' });
  }

  @ForAct('work-on-request')
  @ActAnswers({
    id: 'noteStillWanted',
    summary: 'Note whether somebody who waits still wants the support',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/still-wanted')
  async stillWanted(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { answer }: StillWantedBody,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision, answer };
    return changed(await this.noteStillWanted.execute(actor, input, repeatable));
  }

  @ForAct('work-on-request')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'startSupport',
    summary: 'Note that somebody has met the person',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/start')
  async start(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision };
    return changed(await this.startSupport.execute(actor, input, repeatable));
  }

  @ForAct('work-on-request')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'noteSupportReview',
    summary: 'Note that the support was looked at together',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/review')
  async review(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision };
    return changed(await this.noteReview.execute(actor, input, repeatable));
  }

  @ForAct('work-on-request')
  @ActAnswers({
    id: 'endSupport',
    summary: 'Note that the support is over',
    description: 'What acceptance opened closes with it.',
    type: ServiceRequestChangedView,
    ifMatch: true,
  })
  @Post('/end')
  async end(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { ending }: EndSupportBody,
  ): Promise<ServiceRequestChangedView> {
    const input = { requestId: id, revision, ending };
    return changed(await this.endSupport.execute(actor, input, repeatable));
  }
}
