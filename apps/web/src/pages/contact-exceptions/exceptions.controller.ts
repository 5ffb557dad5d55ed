import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordException } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { momentBlank, momentNow } from '../typed-moments/typed-moment.page';
import { EXCEPTION, REFUSALS } from './exception.copy';
import { readException } from './exception.form';
import { exceptionPage } from './exception.page';

const TEMPLATE = 'pages/contact-exceptions/new.njk';

@Controller('/cases/:id/exceptions/new')
export class ExceptionsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly recordException: RecordException,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('record-exception')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { summary, now, timezone } = await this.cases.summary(actor, 'record-exception', id);
    const raw = { ...momentNow('from', { now, timezone }), ...momentBlank('to'), reason: '' };
    return this.pages.show(reply, TEMPLATE, exceptionPage({ summary, raw, errors: [] }));
  }

  @ForAct('record-exception')
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { summary, timezone } = await this.cases.summary(actor, 'record-exception', id);
    const form = readException(request.body, timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, exceptionPage({ summary, raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(
      await this.recordException.execute(actor, { ...form.input, caseId: id }, act),
    );
    switch (outcome.kind) {
      case 'recorded':
        leaveNotice(request, {
          title: EXCEPTION.saved,
          lines: [outcome.waitsForCheck ? EXCEPTION.savedWaits : EXCEPTION.savedNext],
        });
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        if (outcome.reason === 'case-closed') return refuse(outcome, REFUSALS);
        return again(refusalErrors(outcome, REFUSALS, 'fromDay'));
    }
  }
}
