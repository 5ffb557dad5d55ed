import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LiftHold, ReadHold, SetHold } from '#libs/casework';
import { LIFT_REASONS, type HoldId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refusalErrors, refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { BLANK_HOLD, readHold } from './hold.form';
import { HOLD, HOLD_REFUSALS, LIFT_REFUSALS, NEW_HOLD } from './retention.copy';
import { holdPage, newHoldPage } from './retention.page';

const NEW = 'pages/retention/new-hold.njk';
const LIST = '/data-protection/retention';

@Controller('/data-protection/retention/holds')
export class HoldsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly setHold: SetHold,
    private readonly liftHold: LiftHold,
    private readonly readHold: ReadHold,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('hold-record')
  @Get('/new')
  async form(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, NEW, newHoldPage({ raw: BLANK_HOLD, errors: [] }));
  }

  @ForAct('hold-record')
  @Post('/new')
  async set(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readHold(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, NEW, newHoldPage({ raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.setHold.execute(actor, form.input, act));
    switch (outcome.kind) {
      case 'held':
        leaveNotice(request, { title: NEW_HOLD.saved, lines: [] });
        return this.pages.redirect(reply, LIST);
      case 'not-found':
        return again([{ field: 'reference', message: NEW_HOLD.notThere }]);
      case 'refused':
        return again(refusalErrors(outcome, HOLD_REFUSALS, 'reference'));
    }
  }

  @ForAct('hold-record')
  @Get('/:id')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: HoldId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(actor, reply, { id, reason: '', errors: [], notice: takeNotice(request) });
  }

  @ForAct('hold-record')
  @Post('/:id')
  async lift(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: HoldId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, errors, idempotencyKey } = readFields(request.body, { single: ['revision', 'reason'] });
    const reason = LIFT_REASONS.find((code) => code === raw.reason);
    if (reason === undefined || errors.length > 0) {
      const wrong = [...errors, { field: 'reason', message: HOLD.liftMissing }];
      return this.draw(actor, reply, { id, reason: raw.reason, errors: wrong, notice: null, idempotencyKey });
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { holdId: id, revision: readRevision(raw.revision), reason };
    const outcome = resultOfForm(await this.liftHold.execute(actor, input, act));
    switch (outcome.kind) {
      case 'lifted':
        leaveNotice(request, { title: HOLD.lifted, lines: [HOLD.liftHint] });
        return this.pages.redirect(reply, `${LIST}/holds/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: HOLD.stale });
      case 'refused':
        return refuse(outcome, LIFT_REFUSALS);
    }
  }

  private async draw(
    actor: StaffActor,
    reply: FastifyReply,
    {
      id,
      ...form
    }: Pick<Parameters<typeof holdPage>[1], 'reason' | 'errors' | 'notice' | 'idempotencyKey'> & {
      id: HoldId;
    },
  ): Promise<FastifyReply> {
    const read = await this.readHold.execute(actor, id);
    if (read.kind === 'not-found') throw notFound();
    const nameOf = await this.colleagues.names([read.hold.setBy, read.hold.liftedBy], actor.userId);
    const now = await this.work.read(actor, async (_, at) => at);
    const page = holdPage(read, { actor, now, timezone: this.settings.area.timezone, nameOf, ...form });
    const status = form.errors.length > 0 ? 400 : 200;
    return this.pages.show(reply, 'pages/retention/hold.njk', page, status);
  }
}
