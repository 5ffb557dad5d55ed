import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeLeave, PlanLeave, type LeaveChange } from '#libs/casework';
import type { LeaveId, StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refusalErrors, refuse } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { isOfService, LeaveReading } from './leave-reading';
import { BLANK_LEAVE, readLeave, type LeaveRaw } from './leave.form';
import { leaveListPage, oneLeavePage } from './leave.page';
import { CHANGE_LEAVE_REFUSALS, NEW_LEAVE, ONE_LEAVE, PLAN_LEAVE_REFUSALS } from './leave.copy';
import { newLeavePage } from './new-leave.page';

/** Who is away when, and whether their cases are covered. */
@Controller('/leave')
export class LeaveController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: LeaveReading,
    private readonly planLeave: PlanLeave,
    private readonly changeLeave: ChangeLeave,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-leave')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const page = leaveListPage(await this.reading.list(actor), { actor, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/leave/leave.njk', page);
  }

  @ForAct('keep-own-leave')
  @Get('/new')
  open(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.draw(reply, actor, { raw: { ...BLANK_LEAVE, userId: actor.userId }, errors: [] });
  }

  @ForAct('keep-own-leave')
  @Post('/new')
  async plan(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readLeave(request.body, this.settings.area.timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => this.draw(reply, actor, { raw, errors, idempotencyKey });
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.planLeave.execute(actor, form.input, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(refusalErrors(outcome, PLAN_LEAVE_REFUSALS, 'firstDay'));
    leaveNotice(request, isOfService(actor) ? NEW_LEAVE.savedAtService : NEW_LEAVE.saved);
    return this.pages.redirect(reply, `/leave/${outcome.leaveId}`);
  }

  @ForAct('see-leave')
  @Get('/:id')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: LeaveId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const page = oneLeavePage(await this.reading.one(actor, id), { actor, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/leave/one.njk', page);
  }

  @ForAct('keep-own-leave')
  @Post('/:id/cancel')
  @HttpCode(303)
  cancel(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: LeaveId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.change('cancel', { actor, id, request, reply });
  }

  @ForAct('keep-own-leave')
  @Post('/:id/come-back')
  @HttpCode(303)
  comeBack(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: LeaveId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.change('come-back', { actor, id, request, reply });
  }

  private async change(
    change: LeaveChange['change'],
    sent: { actor: StaffActor; id: LeaveId; request: FastifyRequest; reply: FastifyReply },
  ): Promise<FastifyReply> {
    const { actor, id, request, reply } = sent;
    const { revision, act } = readButton(request, this.serverKey);
    const outcome = resultOfForm(
      await this.changeLeave.execute(actor, { leaveId: id, revision, change }, act),
    );
    switch (outcome.kind) {
      case 'changed': {
        const { title } = change === 'cancel' ? ONE_LEAVE.cancelled : ONE_LEAVE.back;
        const { offeredBack } = outcome;
        leaveNotice(request, { title, lines: offeredBack > 0 ? [ONE_LEAVE.offeredBack(offeredBack)] : [] });
        return this.pages.redirect(reply, '/leave');
      }
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: ONE_LEAVE.stale });
      case 'refused':
        return refuse(outcome, CHANGE_LEAVE_REFUSALS);
    }
  }

  private async draw(
    reply: FastifyReply,
    actor: StaffActor,
    state: {
      readonly raw: LeaveRaw;
      readonly errors: readonly FieldError[];
      readonly idempotencyKey?: string;
    },
  ): Promise<FastifyReply> {
    const around = {
      ...(await this.reading.people(actor)),
      reader: actor.userId,
      ofService: isOfService(actor),
    };
    const page = newLeavePage({ ...around, ...state });
    return this.pages.show(reply, 'pages/leave/new.njk', page, state.errors.length > 0 ? 400 : 200);
  }
}
