import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SettleRecheck } from '#libs/casework';
import type { CaseId, ContactRecheckId, StaffActor } from '#libs/domain';
import { openRecheckOf, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { RECHECK, RECHECK_REFUSALS } from './track.copy';
import { readRecheck } from './track.forms';
import { recheckPage } from './track-forms.page';

/** The urgent question whether contact is still safe, for those who ask the person. */
@Controller('/cases/:id/rechecks/:recheck')
export class RecheckController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly settle: SettleRecheck,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('settle-recheck')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('recheck', SafeIdPipe) recheckId: ContactRecheckId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.parts(actor, id, recheckId);
    const page = recheckPage(parts.recheck, { ...parts, raw: { answer: '', reason: '' }, errors: [] });
    return this.pages.show(reply, 'pages/tracks/recheck.njk', page);
  }

  @ForAct('settle-recheck')
  @Post()
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('recheck', SafeIdPipe) recheckId: ContactRecheckId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readRecheck(request.body);
    const { raw, idempotencyKey } = form;
    const again = async (errors: readonly FieldError[]) => {
      const parts = await this.parts(actor, id, recheckId);
      const page = recheckPage(parts.recheck, { ...parts, raw, errors, idempotencyKey });
      return this.pages.show(reply, 'pages/tracks/recheck.njk', page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.settle.execute(actor, { recheckId, ...form.input }, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, RECHECK_REFUSALS));
    const changed = outcome.event === 'find-changed';
    leaveNotice(request, changed ? RECHECK.changed : RECHECK.saved);
    return this.pages.redirect(reply, changed ? `/cases/${id}/safe-contact` : `/cases/${id}`);
  }

  private async parts(actor: StaffActor, id: CaseId, recheckId: ContactRecheckId) {
    const { now } = await this.cases.summary(actor, 'settle-recheck', id);
    const recheck = await this.work.read(actor, (manager) => openRecheckOf(manager, id));
    if (recheck?.id !== recheckId) throw notFound();
    return { recheck, now, timezone: this.settings.area.timezone };
  }
}
