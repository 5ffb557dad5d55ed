import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskOverride } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { ConsentReading } from './consent-reading';
import { ASK_OVERRIDE_REFUSALS, OVERRIDE_PAGE } from './override.copy';
import { BLANK_OVERRIDE, readOverride } from './override.form';
import { overrideFormPage } from './override.page';

const TEMPLATE = 'pages/consent/override-new.njk';

@Controller('/cases/:id/overrides/new')
export class AskOverrideController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ConsentReading,
    private readonly changed: ChangedCase,
    private readonly askOverride: AskOverride,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('ask-override')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.reading.ofCase(actor, 'ask-override', id);
    return this.pages.show(reply, TEMPLATE, overrideFormPage(parts, { raw: BLANK_OVERRIDE, errors: [] }));
  }

  @ForAct('ask-override')
  @Post()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readOverride(request.body);
    const { raw, idempotencyKey } = form;
    const again = async (errors: readonly FieldError[]) => {
      const parts = await this.reading.ofCase(actor, 'ask-override', id);
      return this.pages.show(reply, TEMPLATE, overrideFormPage(parts, { raw, errors, idempotencyKey }), 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.askOverride.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'asked':
        leaveNotice(request, OVERRIDE_PAGE.asked);
        return this.pages.redirect(reply, `/cases/${id}/consent`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'ask-override', id });
      case 'refused':
        return again(whatToPutRight(outcome, ASK_OVERRIDE_REFUSALS));
    }
  }
}
