import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TakeOffences } from '#libs/casework';
import type { OffenceFault, StaffActor } from '#libs/domain';
import { offenceSets, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, type FieldError } from '../../../errors/problem';
import { ServerKey } from '../../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Pages } from '../../../views/pages';
import { resultOfForm } from '../../form-acts/form-act';
import { leaveNotice, takeNotice } from '../../notices/notice';
import { OFFENCES } from './offences.copy';
import { readOffences } from './offences.form';
import { checkedPage, offencesPage, takeOffencesPage } from './offences.page';

const EMPTY = { definition: '', source: '', licence: '', file: '', step: '' };

/** Counts of recorded offences: what is kept, and taking in more. */
@Controller('/offences')
export class OffencesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly takeOffences: TakeOffences,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('keep-offences')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const sets = await this.work.read(actor, offenceSets);
    const { timezone } = this.settings.area;
    const page = offencesPage(sets, { notice: takeNotice(request), timezone });
    return this.pages.show(reply, 'pages/coverage/offences/offences.njk', page);
  }

  @ForAct('keep-offences')
  @Get('/new')
  async open(@Res() reply: FastifyReply): Promise<FastifyReply> {
    const page = takeOffencesPage({ raw: EMPTY, errors: [] });
    return this.pages.show(reply, 'pages/coverage/offences/take.njk', page);
  }

  @ForAct('keep-offences')
  @Post('/new')
  @HttpCode(200)
  async take(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readOffences(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[], faults: readonly OffenceFault[] = []) => {
      const page = takeOffencesPage({ raw, errors, faults, idempotencyKey });
      return this.pages.show(reply, 'pages/coverage/offences/take.njk', page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const dryRun = raw.step !== 'take' && raw.step !== 'supersede';
    const supersedes = raw.step !== 'take';
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { ...form.input, supersedes, dryRun, area: this.settings.area };
    const outcome = resultOfForm(await this.takeOffences.execute(actor, input, act));
    switch (outcome.kind) {
      case 'not-found':
        throw notFound();
      case 'refused':
        return again([{ field: 'file', message: OFFENCES.faultsFound }], outcome.faults);
      case 'taken':
        if (dryRun)
          return this.pages.show(reply, 'pages/coverage/offences/checked.njk', checkedPage(raw, outcome));
        leaveNotice(request, OFFENCES.taken);
        return this.pages.redirect(reply, '/offences');
    }
  }
}
