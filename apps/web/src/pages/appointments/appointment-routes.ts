import { Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  mayChangeKept,
  MESSAGE_CHANNELS,
  type Appointment,
  type AppointmentId,
  type CareAct,
  type StaffActor,
} from '#libs/domain';
import { appointmentOf, appointmentsOfCase } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { FormPlace, RecordDoor } from '../case-records/record-pages';
import { waysOf } from '../person-messages/message-ways';
import type { CaseForm } from '../support/case-form';
import type { AppointmentParts } from './appointment-parts';
import { APPOINTMENTS, PLACE_WORDS } from './appointments.copy';
import { bookForm, endForm, moveForm, remindForm, stepForm } from './appointments.forms';
import { appointmentsPage } from './appointments.page';

/** The addresses of appointments below whatever somebody comes from; each of its controllers says who may come in. */
export abstract class AppointmentRoutes {
  protected constructor(protected readonly parts: AppointmentParts) {}

  /** Throws not-found for whoever has no door here. */
  protected abstract door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor>;

  @ForAct('see-appointments', 'keep-shared-care')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { records, keepers, work, readWords } = this.parts;
    const door = await this.door(actor, 'see-appointments', id);
    const { caseId } = door;
    const appointments = await work.read(actor, (manager) => appointmentsOfCase(manager, caseId));
    const recordIds = appointments.map((one) => one.id);
    const words = await readWords.execute(actor, { caseId, recordIds, act: 'see-appointments' });
    if (words.kind === 'not-found') throw notFound();
    const keeperOf = await keepers.of(door, appointments);
    const view = appointmentsPage(door, { appointments, words, keeperOf });
    return records.listAt(reply, { request, door, view });
  }

  @ForAct('keep-appointments', 'keep-shared-care')
  @Get('/new')
  async openNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.open(reply, await this.booking(actor, id));
  }

  @ForAct('keep-appointments', 'keep-shared-care')
  @Post('/new')
  async sendNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.send(reply, request, await this.booking(actor, id));
  }

  @ForAct('keep-appointments', 'keep-shared-care')
  @Get('/:appointment/:act')
  async openChange(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('appointment', SafeIdPipe) appointment: AppointmentId,
    @Param('act') act: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.open(reply, await this.changing(actor, { id, appointment, act }));
  }

  @ForAct('keep-appointments', 'keep-shared-care')
  @Post('/:appointment/:act')
  async sendChange(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('appointment', SafeIdPipe) appointment: AppointmentId,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.send(reply, request, await this.changing(actor, { id, appointment, act }));
  }

  private async booking(actor: StaffActor, id: string): Promise<FormPlace> {
    const context = await this.door(actor, 'keep-appointments', id);
    const { book, pack } = this.parts;
    return place(context, { form: bookForm(book, pack), end: 'new', revision: null });
  }

  private async changing(
    actor: StaffActor,
    { id, appointment, act }: { id: string; appointment: AppointmentId; act: string },
  ): Promise<FormPlace> {
    const door = await this.door(actor, 'keep-appointments', id);
    const found = await this.parts.work.read(actor, (manager) => appointmentOf(manager, appointment));
    if (found?.caseId !== door.caseId || !mayChangeKept(door, found)) throw notFound();
    const form = this.formOf(act, found, door);
    if (form === null) throw notFound();
    const about = `${PLACE_WORDS[found.place]}, ${momentInWords(found.startsAt, door)}`;
    return place(door, { form, end: `${appointment}/${act}`, revision: found.revision, about });
  }

  private formOf(act: string, appointment: Appointment, { card, now }: RecordDoor): CaseForm | null {
    const { id } = appointment;
    const { change, remind, pack, settings } = this.parts;
    switch (act) {
      case 'move':
        return moveForm(change, pack, appointment);
      case 'cancel':
      case 'not-attend':
        return endForm(change, act, id);
      case 'confirm':
      case 'attend':
        return stepForm(change, act, id);
      case 'remind': {
        const texts = settings.smsCallbackToken !== undefined;
        const channels = MESSAGE_CHANNELS.filter((channel) => channel === 'email' || texts);
        return card && remindForm(remind, waysOf(card, { now, channels }), id);
      }
      default:
        return null;
    }
  }
}

function place(
  door: RecordDoor,
  drawn: Pick<FormPlace, 'form' | 'revision' | 'about'> & { readonly end: string },
): FormPlace {
  const { end, ...rest } = drawn;
  const path = `${door.base}/appointments`;
  return {
    ...rest,
    context: door,
    action: `${path}/${end}`,
    back: { href: path, text: APPOINTMENTS.title },
  };
}
