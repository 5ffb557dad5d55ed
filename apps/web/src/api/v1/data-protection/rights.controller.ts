import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Rectify, Restrict, type Repeatable } from '#libs/casework';
import type { InformationRequestId, StaffActor } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import { RECTIFY_ERRORS } from '../../../pages/data-protection/rectify.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { InformationRequestView } from './information-request.view';
import { RequestDesk, type ActOn } from './request-desk';
import { actRefusals } from './request.copy';
import { RectifyBody } from './rights.dto';

/** Requests that end with something done to the record: put right, restricted, or free again. */
@ApiTags('data protection')
@ApiBearerAuth('bearer')
@Controller('/api/v1/information-requests/:id')
export class RightsController {
  constructor(
    private readonly desk: RequestDesk,
    private readonly rectify: Rectify,
    private readonly restrict: Restrict,
  ) {}

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'rectifyPerson',
    summary: 'Put right what is wrong, or their words beside it',
    description: 'What stood there before is kept, sealed and marked.',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/rectification')
  async putRight(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { field, after, words }: RectifyBody,
  ): Promise<InformationRequestView> {
    if (field === 'other' && after !== undefined)
      throw invalidInput([{ field: 'after', message: RECTIFY_ERRORS.other }]);
    const requestId = id as InformationRequestId;
    const input = { requestId, revision, field, after: after?.trim() ?? null, words: words.trim() };
    done(await this.rectify.execute(actor, input, repeatable), actRefusals());
    return this.desk.standing(actor, id);
  }

  @ForAct('keep-data-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'restrictPerson',
    summary: 'Restrict everything about the person',
    description: 'From then on the desk and the duty lead alone read it; their promised times run on.',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/restriction')
  restricted(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<InformationRequestView> {
    return this.to(actor, { id, revision, to: 'restricted' }, repeatable);
  }

  @ForAct('keep-data-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'liftRestriction',
    summary: 'Lift the restriction of the person, who was told before',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/restriction/lift')
  lifted(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<InformationRequestView> {
    return this.to(actor, { id, revision, to: 'restriction-lifted' }, repeatable);
  }

  private async to(
    actor: StaffActor,
    { id, revision, to }: ActOn & { to: 'restricted' | 'restriction-lifted' },
    repeatable: Repeatable,
  ): Promise<InformationRequestView> {
    const input = { requestId: id as InformationRequestId, revision, to };
    done(await this.restrict.execute(actor, input, repeatable), actRefusals());
    return this.desk.standing(actor, id);
  }
}
