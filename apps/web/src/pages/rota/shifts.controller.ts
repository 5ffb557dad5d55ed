import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepRota, type RotaChange } from '#libs/casework';
import type { Instant, OnCallShift, ShiftId, StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { momentBlank, momentNow } from '../typed-moments/typed-moment.page';
import { RotaReading } from './rota-reading';
import { REFUSALS, SHIFT } from './rota.copy';
import { readShift, type ShiftRaw } from './shift.form';
import { shiftPage } from './shift.page';

interface Drawing {
  readonly shift: OnCallShift | null;
  readonly raw: ShiftRaw;
  readonly errors?: readonly FieldError[];
  readonly idempotencyKey?: string;
}

@Controller('/rota/shifts')
export class ShiftsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RotaReading,
    private readonly keepRota: KeepRota,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('keep-rota')
  @Get('/new')
  async open(
    @CurrentActor() actor: StaffActor,
    @Query('from') from: unknown,
    @Query('to') to: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const raw = { userId: '', revision: '', ...this.typed('from', from), ...this.typed('to', to) };
    return this.draw(reply, actor, { shift: null, raw });
  }

  @ForAct('keep-rota')
  @Post('/new')
  async add(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.save({ request, reply, actor, shift: null });
  }

  @ForAct('keep-rota')
  @Get('/:id')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const shift = await this.reading.shift(actor, id as ShiftId);
    const raw = {
      userId: shift.userId,
      revision: String(shift.revision),
      ...this.typed('from', shift.fromAt),
      ...this.typed('to', shift.toAt),
    };
    return this.draw(reply, actor, { shift, raw });
  }

  @ForAct('keep-rota')
  @Post('/:id')
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.save({ request, reply, actor, shift: await this.reading.shift(actor, id as ShiftId) });
  }

  @ForAct('keep-rota')
  @Post('/:id/remove')
  @HttpCode(303)
  async remove(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { revision, act } = readButton(request, this.serverKey);
    const change = { kind: 'remove', shiftId: id as ShiftId, revision } as const;
    const outcome = resultOfForm(await this.keepRota.execute(actor, change, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind !== 'kept') throw new Problem('conflict', { detail: SHIFT.stale });
    leaveNotice(request, SHIFT.removed);
    return this.pages.redirect(reply, '/rota');
  }

  private async save({
    request,
    reply,
    actor,
    shift,
  }: {
    request: FastifyRequest;
    reply: FastifyReply;
    actor: StaffActor;
    shift: OnCallShift | null;
  }): Promise<FastifyReply> {
    const form = readShift(request.body, this.settings.area.timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, actor, { shift, raw, errors, idempotencyKey }, 400);
    if (form.kind === 'invalid') return again(form.errors);
    const change: RotaChange =
      shift === null
        ? { kind: 'add', shift: form.input }
        : { kind: 'change', shiftId: shift.id, revision: readRevision(raw.revision), shift: form.input };
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.keepRota.execute(actor, change, act));
    switch (outcome.kind) {
      case 'kept':
        leaveNotice(request, SHIFT.saved);
        return this.pages.redirect(reply, '/rota');
      case 'refused':
        return again(refusalErrors(outcome, REFUSALS, 'fromDay'));
      case 'stale':
        throw new Problem('conflict', { detail: SHIFT.stale });
      case 'not-found':
        throw notFound();
    }
  }

  private async draw(
    reply: FastifyReply,
    actor: StaffActor,
    { errors = [], ...drawing }: Drawing,
    status = 200,
  ): Promise<FastifyReply> {
    const who = await this.reading.people(actor);
    const page = shiftPage({ ...drawing, ...who, reader: actor.userId, errors });
    return this.pages.show(reply, 'pages/rota/shift.njk', page, status);
  }

  /** A gap's link carries its ends; anything else in the address opens an empty field. */
  private typed<Prefix extends 'from' | 'to'>(prefix: Prefix, at: unknown) {
    const number = typeof at === 'string' && /^\d{12,13}$/.test(at) ? Number(at) : at;
    return typeof number === 'number'
      ? momentNow(prefix, { now: number as Instant, timezone: this.settings.area.timezone })
      : momentBlank(prefix);
  }
}
