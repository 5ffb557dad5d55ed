import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { BookAppointment, ReadSupportWords, type Repeatable } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { instant, type CaseId, type StaffActor } from '#libs/domain';
import { appointmentsOfCase } from '#libs/persistence';
import { AREA_PACK } from '../../../casework/tokens';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CareReader } from '../cases/care-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { maybeTextOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { APPOINTMENT_REFUSALS } from './appointments.copy';
import { BookAppointmentBody } from './appointments.dto';
import { AppointmentChangedView, CaseAppointmentsView, caseAppointmentsView } from './appointments.view';

/** When and where somebody is met. */
@ApiTags('appointments')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/appointments')
export class CaseAppointmentsController {
  constructor(
    private readonly care: CareReader,
    private readonly readWords: ReadSupportWords,
    private readonly bookAppointment: BookAppointment,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('see-appointments', 'keep-shared-care')
  @Answers({
    id: 'readCaseAppointments',
    summary: 'Appointments of a case',
    description: 'Each reading of sealed words is written to the access log before the answer leaves.',
    type: CaseAppointmentsView,
  })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
  ): Promise<CaseAppointmentsView> {
    const found = await this.care.with(actor, { id, act: 'see-appointments' }, async (manager, one, now) => ({
      ...one,
      appointments: await appointmentsOfCase(manager, one.caseId),
      now,
    }));
    const recordIds = found.appointments.map((one) => one.id);
    const words = await this.readWords.execute(actor, { caseId: id, recordIds, act: 'see-appointments' });
    if (words.kind === 'not-found') throw notFound();
    return caseAppointmentsView(found, words, actor);
  }

  @ForAct('keep-appointments', 'keep-shared-care')
  @ActAnswers({
    id: 'bookAppointment',
    summary: 'Book an appointment',
    description: 'Nothing is sent by it. Somebody asks the day before, by a safe way.',
    type: AppointmentChangedView,
    status: 201,
  })
  @Post()
  async book(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { place, words, startsAt, minutes = this.pack.care.appointmentMinutes }: BookAppointmentBody,
  ): Promise<AppointmentChangedView> {
    const input = { caseId, place, words: maybeTextOf(words), startsAt: instant(startsAt), minutes };
    const booked = done(
      await this.bookAppointment.execute(actor, input, repeatable),
      APPOINTMENT_REFUSALS.book,
    );
    return { id: booked.appointmentId, caseId };
  }
}
