import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BookAppointment, ChangeAppointment, ReadSupportWords, RemindOfAppointment } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { MESSAGE_CHANNELS, type AppointmentId, type CaseId, type StaffActor } from '#libs/domain';
import { appointmentOf, appointmentsOfCase, PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { RecordPages, type FormPlace } from '../case-records/record-pages';
import { waysOf } from '../person-messages/message-ways';
import type { CaseForm, FormContext } from '../support/case-form';
import { APPOINTMENTS } from './appointments.copy';
import { bookForm, endForm, moveForm, remindForm, stepForm } from './appointments.forms';
import { appointmentsPage } from './appointments.page';

/** When and where somebody is met, and what came of it. */
@Controller('/cases/:id/appointments')
export class AppointmentsController {
  constructor(
    private readonly records: RecordPages,
    private readonly work: PostgresUnitOfWork,
    private readonly readWords: ReadSupportWords,
    private readonly book: BookAppointment,
    private readonly change: ChangeAppointment,
    private readonly remind: RemindOfAppointment,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.records.parts(actor, 'see-appointments', id);
    const appointments = await this.work.read(actor, (manager) => appointmentsOfCase(manager, id));
    const recordIds = appointments.map((one) => one.id);
    const words = await this.readWords.execute(actor, { caseId: id, recordIds });
    if (words.kind === 'not-found') throw notFound();
    const view = appointmentsPage({ ...parts, appointments, words });
    return this.records.list(reply, { request, parts, view });
  }

  @Get('/new')
  async openNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.booking(actor, id));
  }

  @Post('/new')
  async sendNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.booking(actor, id));
  }

  @Get('/:appointment/:act')
  async openChange(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('appointment', SafeIdPipe) appointment: AppointmentId,
    @Param('act') act: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.changing(actor, { id, appointment, act }));
  }

  @Post('/:appointment/:act')
  async sendChange(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('appointment', SafeIdPipe) appointment: AppointmentId,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.changing(actor, { id, appointment, act }));
  }

  private async booking(actor: StaffActor, id: CaseId): Promise<FormPlace> {
    const context = await this.records.context(actor, 'keep-appointments', id);
    return place(id, { context, form: bookForm(this.book, this.pack), end: 'new', revision: null });
  }

  private async changing(
    actor: StaffActor,
    { id, appointment, act }: { id: CaseId; appointment: AppointmentId; act: string },
  ): Promise<FormPlace> {
    const context = await this.records.context(actor, 'keep-appointments', id);
    const form = this.formOf(act, appointment, context);
    const found = await this.work.read(actor, (manager) => appointmentOf(manager, appointment));
    if (form === null || found?.caseId !== id) throw notFound();
    return place(id, { context, form, end: `${appointment}/${act}`, revision: found.revision });
  }

  private formOf(act: string, id: AppointmentId, { summary, now }: FormContext): CaseForm | null {
    switch (act) {
      case 'move':
        return moveForm(this.change, this.pack, id);
      case 'cancel':
      case 'not-attend':
        return endForm(this.change, act, id);
      case 'confirm':
      case 'attend':
        return stepForm(this.change, act, id);
      case 'remind': {
        const texts = this.settings.smsCallbackToken !== undefined;
        const channels = MESSAGE_CHANNELS.filter((channel) => channel === 'email' || texts);
        return remindForm(this.remind, waysOf(summary.card, { now, channels }), id);
      }
      default:
        return null;
    }
  }
}

function place(
  id: CaseId,
  drawn: Pick<FormPlace, 'form' | 'context' | 'revision'> & { readonly end: string },
): FormPlace {
  const { end, ...rest } = drawn;
  const path = `/cases/${id}/appointments`;
  return { ...rest, action: `${path}/${end}`, back: { href: path, text: APPOINTMENTS.title } };
}
