import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordSuspect } from '#libs/casework';
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
import { BLANK_SUSPECT, readSuspect } from './suspect.form';
import { SUSPECT, SUSPECT_REFUSALS } from './suspects.copy';
import { suspectPage } from './suspects.page';

const TEMPLATE = 'pages/suspects/new.njk';

@Controller('/cases/:id/suspects/new')
export class SuspectsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly recordSuspect: RecordSuspect,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('record-suspect')
  @Get()
  async form(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { summary } = await this.cases.summary(actor, 'record-suspect', id);
    return this.pages.show(reply, TEMPLATE, suspectPage({ summary, raw: BLANK_SUSPECT, errors: [] }));
  }

  @ForAct('record-suspect')
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { summary } = await this.cases.summary(actor, 'record-suspect', id);
    const form = readSuspect(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, suspectPage({ summary, raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.recordSuspect.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'recorded':
        leaveNotice(request, { title: SUSPECT.saved, lines: [SUSPECT.savedNext] });
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        if (outcome.reason !== 'no-whole-name') return refuse(outcome, SUSPECT_REFUSALS);
        return again(refusalErrors(outcome, SUSPECT_REFUSALS, 'name'));
    }
  }
}
