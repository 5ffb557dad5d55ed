import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ConfirmCoverage, KeepCapacity, RetireService, type Repeatable } from '#libs/casework';
import type { ServiceId, StaffActor } from '#libs/domain';
import { entityTag, IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { CONFIRM_REFUSALS, faulty, RETIRE_REFUSALS, ROOM_REFUSALS } from './service.copy';
import { ConfirmCoverageBody, RoomStatedView, ServiceKeptView, StateRoomBody } from './service.dto';

/** What is done with a service as it stands: each a version of its own, and what was said before stays. */
@ApiTags('services')
@ApiBearerAuth('bearer')
@Controller('/api/v1/services/:id')
export class ServiceActsController {
  constructor(
    private readonly confirmCoverage: ConfirmCoverage,
    private readonly keepCapacity: KeepCapacity,
    private readonly retireService: RetireService,
  ) {}

  @ForAct('confirm-coverage')
  @ActAnswers({
    id: 'confirmCoverage',
    summary: 'Confirm that a service covers a district',
    description: 'From then on people of the district are sent there without a further question.',
    type: ServiceKeptView,
    ifMatch: true,
  })
  @Post('/coverage/confirm')
  async confirm(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() version: number,
    @Body() { district, basis }: ConfirmCoverageBody,
  ): Promise<ServiceKeptView> {
    const input = { serviceId: id as ServiceId, version, district, basis };
    const outcome = done(await this.confirmCoverage.execute(actor, input, repeatable), CONFIRM_REFUSALS);
    if (outcome.kind === 'faulty') throw faulty(outcome.faults);
    return { id, etag: entityTag(outcome.version) };
  }

  @ForAct('keep-capacity')
  @ActAnswers({
    id: 'stateRoom',
    summary: 'State how much room a service has',
    description: 'If-Match takes the etag of its room, "0" where nobody stated it yet.',
    type: RoomStatedView,
    ifMatch: true,
  })
  @Post('/room')
  async stateRoom(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { posts, limit, list, listSince }: StateRoomBody,
  ): Promise<RoomStatedView> {
    const input = { serviceId: id as ServiceId, revision, posts, limit, list, listSince };
    const kept = done(await this.keepCapacity.execute(actor, input, repeatable), ROOM_REFUSALS);
    return { id, etag: entityTag(kept.revision) };
  }

  @ForAct('keep-directory')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'retireService',
    summary: 'Take a service that has closed down out of the directory',
    description: 'Nobody can be sent there any more. Its history and what was asked of it before stay.',
    type: ServiceKeptView,
    ifMatch: true,
  })
  @Post('/retire')
  retire(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() version: number,
  ): Promise<ServiceKeptView> {
    return this.turn(actor, { id, version, to: 'retired' }, repeatable);
  }

  @ForAct('keep-directory')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'reopenService',
    summary: 'Put a service back into the directory',
    type: ServiceKeptView,
    ifMatch: true,
  })
  @Post('/reopen')
  reopen(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() version: number,
  ): Promise<ServiceKeptView> {
    return this.turn(actor, { id, version, to: 'open' }, repeatable);
  }

  private async turn(
    actor: StaffActor,
    { id, version, to }: { id: string; version: number; to: 'retired' | 'open' },
    repeatable: Repeatable,
  ): Promise<ServiceKeptView> {
    const input = { serviceId: id as ServiceId, version, to };
    const outcome = done(await this.retireService.execute(actor, input, repeatable), RETIRE_REFUSALS);
    if (outcome.kind === 'faulty') throw faulty(outcome.faults);
    return { id, etag: entityTag(outcome.version) };
  }
}
