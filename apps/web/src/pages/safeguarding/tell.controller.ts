import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TellSafeguarding } from '#libs/casework';
import type { SafeguardingTaskId, StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { tellPage } from './form.pages';
import { CHANGE_REFUSALS, CHANGED, TELL } from './safeguarding.copy';
import { readTell } from './safeguarding.forms';
import { TaskReading } from './task-reading';

const TEMPLATE = 'pages/safeguarding/tell.njk';

@Controller('/safeguarding/:id/tell')
export class TellController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: TaskReading,
    private readonly tellSafeguarding: TellSafeguarding,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('tell-safeguarding')
  @Get()
  async form(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SafeguardingTaskId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { task, now, timezone } = await this.reading.codes(actor, 'tell-safeguarding', id);
    const blank = { revision: '', body: '', spokeTo: '', theirReference: '' };
    const raw = { ...blank, ...momentNow('told', { now, timezone }) };
    return this.pages.show(reply, TEMPLATE, tellPage(task, { raw, errors: [] }));
  }

  @ForAct('tell-safeguarding')
  @Post()
  async tell(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SafeguardingTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { task, timezone } = await this.reading.codes(actor, 'tell-safeguarding', id);
    const form = readTell(request.body, timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, tellPage(task, { raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const told = await this.tellSafeguarding.execute(actor, { ...form.input, taskId: id }, act);
    const outcome = resultOfForm(told);
    switch (outcome.kind) {
      case 'told':
        leaveNotice(request, { title: TELL.saved, lines: [] });
        return this.pages.redirect(reply, `/safeguarding/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: CHANGED });
      case 'refused':
        return again(whatToPutRight(outcome, CHANGE_REFUSALS));
    }
  }
}
