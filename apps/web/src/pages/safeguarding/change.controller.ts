import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeSafeguarding, type SafeguardingChange } from '#libs/casework';
import type { Act, SafeguardingTaskId, StaffActor } from '#libs/domain';
import { isReview } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { requireAct, resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { endPage, waitPage } from './form.pages';
import { CHANGE_REFUSALS, CHANGED, END, WAIT } from './safeguarding.copy';
import { readEnd, readWait } from './safeguarding.forms';
import { TaskReading } from './task-reading';

const WAIT_TEMPLATE = 'pages/safeguarding/wait.njk';
const END_TEMPLATE = 'pages/safeguarding/end.njk';

@Controller('/safeguarding/:id')
export class ChangeSafeguardingController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: TaskReading,
    private readonly changeSafeguarding: ChangeSafeguarding,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('tell-safeguarding')
  @Get('/wait')
  async waitForm(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SafeguardingTaskId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { task } = await this.task(actor, id, 'tell-safeguarding');
    const raw = { revision: '', reason: '', ...momentBlank('until') };
    return this.pages.show(reply, WAIT_TEMPLATE, waitPage(task, { raw, errors: [] }));
  }

  @ForAct('tell-safeguarding')
  @Post('/wait')
  async wait(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SafeguardingTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { task, timezone } = await this.task(actor, id, 'tell-safeguarding');
    const form = readWait(request.body, timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, WAIT_TEMPLATE, waitPage(task, { raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    return this.change(actor, { ...form, id }, { request, reply, again, saved: WAIT.saved });
  }

  @ForAct('tell-safeguarding')
  @Get('/end')
  async endForm(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SafeguardingTaskId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { task } = await this.ending(actor, id);
    return this.pages.show(
      reply,
      END_TEMPLATE,
      endPage(task, { raw: { revision: '', reason: '' }, errors: [] }),
    );
  }

  @ForAct('tell-safeguarding')
  @Post('/end')
  async end(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SafeguardingTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { task } = await this.ending(actor, id);
    const form = readEnd(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, END_TEMPLATE, endPage(task, { raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    return this.change(actor, { ...form, id }, { request, reply, again, saved: END.saved });
  }

  private async change(
    actor: StaffActor,
    asked: {
      id: SafeguardingTaskId;
      revision: number;
      change: SafeguardingChange;
      raw: object;
      idempotencyKey: string;
    },
    answer: {
      request: FastifyRequest;
      reply: FastifyReply;
      again: (errors: readonly FieldError[]) => FastifyReply | Promise<FastifyReply>;
      saved: string;
    },
  ): Promise<FastifyReply> {
    const { id: taskId, revision, change, raw: content, idempotencyKey: key } = asked;
    const { request, reply, again, saved } = answer;
    const act = this.serverKey.repeatable('form', { request, key, content });
    const changed = await this.changeSafeguarding.execute(actor, { taskId, revision, change }, act);
    const outcome = resultOfForm(changed);
    switch (outcome.kind) {
      case 'changed':
        leaveNotice(request, { title: saved, lines: [] });
        return this.pages.redirect(reply, `/safeguarding/${taskId}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: CHANGED });
      case 'refused':
        return again(whatToPutRight(outcome, CHANGE_REFUSALS));
    }
  }

  private task(actor: StaffActor, id: SafeguardingTaskId, act: Act) {
    return this.reading.codes(actor, act, id);
  }

  /** A review is ended by whoever holds it; that nobody needs to be told is for leads to say. */
  private async ending(actor: StaffActor, id: SafeguardingTaskId) {
    const found = await this.task(actor, id, 'tell-safeguarding');
    if (!isReview(found.task.kind)) requireAct(actor, 'end-safeguarding');
    return found;
  }
}
