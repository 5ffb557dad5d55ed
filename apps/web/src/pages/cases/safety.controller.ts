import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeSafeWords } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { requireAct, resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { CaseReading } from './case-reading';
import { ChangedCase } from './changed-case';
import { SAFETY_REFUSALS, SAFETY_SAVED } from './safety.copy';
import { BLANK_WORDS, readSafeWords } from './safety.form';
import { safetyPage } from './safety.page';

const TEMPLATE = 'pages/cases/safety.njk';

@Controller('/cases/:id/safety')
export class SafetyController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly changed: ChangedCase,
    private readonly changeWords: ChangeSafeWords,
    private readonly serverKey: ServerKey,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'open-case');
    const parts = await this.cases.contact(actor, 'open-case', id);
    const page = safetyPage(parts, { raw: BLANK_WORDS, errors: [], notice: takeNotice(request) });
    return this.pages.show(reply, TEMPLATE, page);
  }

  @Post()
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'change-safe-words');
    const parts = await this.cases.contact(actor, 'change-safe-words', id);
    const form = readSafeWords(request.body, parts.summary.card.routes);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, safetyPage(parts, { raw, errors, idempotencyKey, notice: null }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.changeWords.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'changed':
        leaveNotice(request, SAFETY_SAVED);
        return this.pages.redirect(reply, `/cases/${id}/safety`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'change-safe-words', id });
      case 'refused':
        return again(refusalErrors(outcome, SAFETY_REFUSALS, 'sayIfOtherAnswers'));
    }
  }
}
