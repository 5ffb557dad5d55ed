import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskCorrectedStart } from '#libs/casework';
import { mayActOn, type ReferralId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, referralStatus, type ReferralStatus } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { REFUSALS } from './corrected-start.copy';
import { readCorrectedStart } from './corrected-start.form';
import { backLink, correctedStartPage } from './corrected-start.page';

const TEMPLATE = 'pages/corrected-start/new.njk';

@Controller('/referrals/:id/corrected-start')
export class CorrectedStartController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly askCorrectedStart: AskCorrectedStart,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('ask-corrected-start')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ReferralId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const status = await this.find(actor, id);
    const { timezone } = this.settings.area;
    const raw = { ...momentBlank('corrected'), reason: '' };
    return this.pages.show(reply, TEMPLATE, correctedStartPage({ status, actor, timezone, raw, errors: [] }));
  }

  @ForAct('ask-corrected-start')
  @Post()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ReferralId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const status = await this.find(actor, id);
    const { timezone } = this.settings.area;
    const form = readCorrectedStart(request.body, timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => {
      const page = correctedStartPage({ status, actor, timezone, raw, errors, idempotencyKey });
      return this.pages.show(reply, TEMPLATE, page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const { reportedAt, reason } = form;
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { referralId: id, reportedAt, reason };
    const outcome = resultOfForm(await this.askCorrectedStart.execute(actor, input, act));
    switch (outcome.kind) {
      case 'asked':
        return this.pages.redirect(reply, `/referrals/${id}/corrected-start/asked`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(refusalErrors(outcome, REFUSALS, 'correctedDay'));
    }
  }

  @ForAct('ask-corrected-start')
  @Get('/asked')
  async asked(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ReferralId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const status = await this.find(actor, id);
    const page = { reference: status.reference, back: backLink(status, actor) };
    return this.pages.show(reply, 'pages/corrected-start/asked.njk', page);
  }

  private async find(actor: StaffActor, id: ReferralId): Promise<ReferralStatus> {
    const status = await this.work.read(actor, (manager) => referralStatus(manager, id));
    if (status === null || !mayActOn(actor, 'ask-corrected-start', status)) throw notFound();
    return status;
  }
}
