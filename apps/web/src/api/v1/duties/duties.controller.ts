import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { KeepDuty, type DutyAct, type Repeatable } from '#libs/casework';
import { instant, type DutyId, type StaffActor } from '#libs/domain';
import { entityTag, IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { DUTY_REFUSALS } from './duty.copy';
import { AskDutyAgainBody, CorrectDutyBody, DeclineDutyBody, DeliverDutyBody, EndDutyBody } from './duty.dto';
import { DutyKeptView } from './duty.view';

/** What became of one entitlement. */
@ApiTags('victims code')
@ApiBearerAuth('bearer')
@Controller('/api/v1/duties/:id')
export class DutiesController {
  constructor(private readonly keepDuty: KeepDuty) {}

  @ForAct('keep-rights')
  @ActAnswers({
    id: 'deliverDuty',
    summary: 'Record that it was done, and what you rest on',
    description: 'Before what opened it a reason is asked for, which stays with it.',
    type: DutyKeptView,
    ifMatch: true,
  })
  @Post('/deliveries')
  deliver(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { at, evidence, earlyReason }: DeliverDutyBody,
  ): Promise<DutyKeptView> {
    const act = { kind: 'deliver', at: instant(at), evidence, earlyReason: earlyReason ?? null } as const;
    return this.keep(actor, { id, revision, act }, repeatable);
  }

  @ForAct('keep-rights')
  @ActAnswers({
    id: 'declineDuty',
    summary: 'Record that the person does not want it, or wants it done another way',
    description: 'Its clock stops; it counts as neither met nor missed.',
    type: DutyKeptView,
    ifMatch: true,
  })
  @Post('/declines')
  decline(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { choice, at, how }: DeclineDutyBody,
  ): Promise<DutyKeptView> {
    const act = { kind: 'decline', choice, at: instant(at), how } as const;
    return this.keep(actor, { id, revision, act }, repeatable);
  }

  @ForAct('keep-rights')
  @ActAnswers({
    id: 'askDutyAgain',
    summary: 'Record that the person asks for what they had declined',
    description: 'A new duty opens, with a clock of its own.',
    type: DutyKeptView,
    ifMatch: true,
    status: 201,
  })
  @Post('/reinstatements')
  again(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { at }: AskDutyAgainBody,
  ): Promise<DutyKeptView> {
    return this.keep(actor, { id, revision, act: { kind: 'ask-again', at: instant(at) } }, repeatable);
  }

  @ForAct('keep-rights')
  @ActAnswers({ id: 'endDuty', summary: 'Say that it does not apply', type: DutyKeptView, ifMatch: true })
  @Post('/endings')
  end(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason }: EndDutyBody,
  ): Promise<DutyKeptView> {
    return this.keep(actor, { id, revision, act: { kind: 'end', reason } }, repeatable);
  }

  @ForAct('keep-rights')
  @ActAnswers({
    id: 'correctDuty',
    summary: 'Confirm a late entry, take an entry back, or say that it was not done in time',
    type: DutyKeptView,
    ifMatch: true,
  })
  @Post('/corrections')
  correct(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { correction }: CorrectDutyBody,
  ): Promise<DutyKeptView> {
    return this.keep(actor, { id, revision, act: { kind: correction } }, repeatable);
  }

  private async keep(
    actor: StaffActor,
    { id, revision, act }: { readonly id: string; readonly revision: number; readonly act: DutyAct },
    repeatable: Repeatable,
  ): Promise<DutyKeptView> {
    const input = { dutyId: id as DutyId, revision, act };
    const { duty } = done(await this.keepDuty.execute(actor, input, repeatable), DUTY_REFUSALS);
    return { dutyId: duty.id, state: duty.state, etag: entityTag(duty.revision) };
  }
}
