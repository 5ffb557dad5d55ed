import { Body, Controller, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ChangeAppointment,
  RemindOfAppointment,
  type AppointmentChange,
  type Repeatable,
} from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { instant, type AppointmentId, type StaffActor } from '#libs/domain';
import { AREA_PACK } from '../../../casework/tokens';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { maybeTextOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { APPOINTMENT_REFUSALS } from './appointments.copy';
import { AppointmentReasonBody, MoveAppointmentBody, RemindBody } from './appointments.dto';
import { AppointmentChangedView } from './appointments.view';

interface Asked {
  readonly appointmentId: AppointmentId;
  readonly revision: number;
  readonly change: AppointmentChange;
}

/** What becomes of one appointment. */
@ApiTags('appointments')
@ApiBearerAuth('bearer')
@Controller('/api/v1/appointments/:id')
export class AppointmentActsController {
  constructor(
    private readonly changeAppointment: ChangeAppointment,
    private readonly remindOf: RemindOfAppointment,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('keep-appointments', 'keep-shared-care')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'confirmAppointment',
    summary: 'Note that the person confirmed it',
    type: AppointmentChangedView,
    ifMatch: true,
  })
  @Post('/confirm')
  confirm(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) appointmentId: AppointmentId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<AppointmentChangedView> {
    return this.change(actor, { appointmentId, revision, change: { kind: 'confirm' } }, repeatable);
  }

  @ForAct('keep-appointments', 'keep-shared-care')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'noteAppointmentAttended',
    summary: 'Note that it took place',
    type: AppointmentChangedView,
    ifMatch: true,
  })
  @Post('/attend')
  attend(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) appointmentId: AppointmentId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<AppointmentChangedView> {
    return this.change(actor, { appointmentId, revision, change: { kind: 'attend' } }, repeatable);
  }

  @ForAct('keep-appointments', 'keep-shared-care')
  @ActAnswers({
    id: 'noteAppointmentNotAttended',
    summary: 'Note that it did not take place, with what is known of why',
    type: AppointmentChangedView,
    ifMatch: true,
  })
  @Post('/not-attend')
  notAttend(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) appointmentId: AppointmentId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason }: AppointmentReasonBody,
  ): Promise<AppointmentChangedView> {
    const change = { kind: 'not-attend', reason } as const;
    return this.change(actor, { appointmentId, revision, change }, repeatable);
  }

  @ForAct('keep-appointments', 'keep-shared-care')
  @ActAnswers({
    id: 'cancelAppointment',
    summary: 'Cancel it',
    description: 'A reminder that has not left never leaves.',
    type: AppointmentChangedView,
    ifMatch: true,
  })
  @Post('/cancel')
  cancel(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) appointmentId: AppointmentId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason }: AppointmentReasonBody,
  ): Promise<AppointmentChangedView> {
    const change = { kind: 'cancel', reason } as const;
    return this.change(actor, { appointmentId, revision, change }, repeatable);
  }

  @ForAct('keep-appointments', 'keep-shared-care')
  @ActAnswers({
    id: 'moveAppointment',
    summary: 'Move it: another is booked in its place, and both stay',
    type: AppointmentChangedView,
    ifMatch: true,
  })
  @Post('/move')
  move(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) appointmentId: AppointmentId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body()
    { reason, place, words, startsAt, minutes = this.pack.care.appointmentMinutes }: MoveAppointmentBody,
  ): Promise<AppointmentChangedView> {
    const to = { place, words: maybeTextOf(words), startsAt: instant(startsAt), minutes };
    const change = { kind: 'move', reason, to } as const;
    return this.change(actor, { appointmentId, revision, change }, repeatable);
  }

  @ForAct('send-message', 'keep-shared-care')
  @ActAnswers({
    id: 'remindOfAppointment',
    summary: 'Ask for a reminder, behind the safe-contact gate',
    description:
      'One approved neutral text with the time and nothing else. Whether it is still safe is asked again before it leaves.',
    type: AppointmentChangedView,
    status: 201,
  })
  @Post('/remind')
  async remind(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) appointmentId: AppointmentId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { routeId, channel }: RemindBody,
  ): Promise<AppointmentChangedView> {
    const input = { appointmentId, routeId, channel };
    const { caseId } = done(
      await this.remindOf.execute(actor, input, repeatable),
      APPOINTMENT_REFUSALS.remind,
    );
    return { id: appointmentId, caseId };
  }

  private async change(
    actor: StaffActor,
    asked: Asked,
    repeatable: Repeatable,
  ): Promise<AppointmentChangedView> {
    const changed = done(
      await this.changeAppointment.execute(actor, asked, repeatable),
      APPOINTMENT_REFUSALS.change,
    );
    return { id: changed.appointmentId, caseId: changed.caseId };
  }
}
