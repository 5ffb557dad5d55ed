import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RaiseSafeguarding } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { raisePage, type Sent } from './form.pages';
import { RAISE, RAISE_REFUSALS } from './safeguarding.copy';
import { BLANK_RAISE, readRaise, type RaiseRaw } from './safeguarding.forms';

const TEMPLATE = 'pages/safeguarding/raise.njk';

@Controller('/cases/:id/safeguarding/new')
export class RaiseController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly raiseSafeguarding: RaiseSafeguarding,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('raise-safeguarding')
  @Get()
  async form(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.pages.show(reply, TEMPLATE, await this.page(actor, id, { raw: BLANK_RAISE, errors: [] }));
  }

  @ForAct('raise-safeguarding')
  @Post()
  async raise(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readRaise(request.body);
    const { raw, idempotencyKey } = form;
    const again = async (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, await this.page(actor, id, { raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const raised = await this.raiseSafeguarding.execute(actor, { ...form.input, caseId: id }, act);
    const outcome = resultOfForm(raised);
    switch (outcome.kind) {
      case 'raised':
        leaveNotice(request, { title: RAISE.saved, lines: [] });
        return this.pages.redirect(reply, `/cases/${id}/person`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, RAISE_REFUSALS));
    }
  }

  private async page(actor: StaffActor, id: CaseId, sent: Sent<RaiseRaw>) {
    const { summary } = await this.cases.summary(actor, 'raise-safeguarding', id);
    return { ...raisePage(`/cases/${id}`, sent), reference: summary.reference };
  }
}
