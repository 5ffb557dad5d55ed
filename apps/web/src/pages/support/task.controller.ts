import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AcknowledgeSupportTask,
  ChangeSupportTask,
  SendSupportTask,
  type AcknowledgeSupportTaskOutcome,
  type ChangeSupportTaskOutcome,
  type SendSupportTaskOutcome,
  type SupportTaskChange,
} from '#libs/casework';
import type { StaffActor, SupportTaskId } from '#libs/domain';
import { notFound, Problem } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { TaskPages } from './task-pages';
import { TASK, TASK_REFUSALS } from './task.copy';
import { readAnswer, readEnd, readSend } from './task.forms';
import type { TaskSent } from './task.page';

type Outcome = ChangeSupportTaskOutcome | SendSupportTaskOutcome | AcknowledgeSupportTaskOutcome;

interface Around {
  readonly actor: StaffActor;
  readonly id: SupportTaskId;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** One support task: what it asks, and everything that can be done about it. */
@Controller('/support-tasks/:id')
export class SupportTaskController {
  constructor(
    private readonly pages: Pages,
    private readonly taskPages: TaskPages,
    private readonly changeTask: ChangeSupportTask,
    private readonly sendTask: SendSupportTask,
    private readonly acknowledgeTask: AcknowledgeSupportTask,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('see-support')
  @Get()
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SupportTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.taskPages.show(reply, { actor, id, request });
  }

  @ForAct('work-support-task')
  @Post('/take')
  take(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SupportTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, id, request, reply }, { kind: 'take' });
  }

  @ForAct('work-support-task')
  @Post('/withdraw')
  withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SupportTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, id, request, reply }, { kind: 'withdraw' });
  }

  @ForAct('work-support-task')
  @Post('/end')
  async end(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SupportTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const around = { actor, id, request, reply };
    const { task } = await this.taskPages.codes(actor, 'work-support-task', id);
    const form = readEnd(request.body, task);
    const sent = { end: form.raw, idempotencyKey: form.idempotencyKey };
    if (form.kind === 'invalid') return this.again(around, { ...sent, errors: form.errors });
    const act = this.repeatable(request, form);
    const input = { taskId: id, revision: form.revision, change: form.change };
    return this.answer(around, resultOfForm(await this.changeTask.execute(actor, input, act)), sent);
  }

  @ForAct('work-support-task')
  @Post('/send')
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SupportTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const around = { actor, id, request, reply };
    const form = readSend(request.body);
    const sent = { send: form.raw, idempotencyKey: form.idempotencyKey };
    if (form.kind === 'invalid') return this.again(around, { ...sent, errors: form.errors });
    const act = this.repeatable(request, form);
    const input = { taskId: id, revision: form.revision, to: form.to };
    return this.answer(around, resultOfForm(await this.sendTask.execute(actor, input, act)), sent);
  }

  @ForAct('work-support-task')
  @Post('/answer')
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SupportTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const around = { actor, id, request, reply };
    const { timezone } = await this.taskPages.codes(actor, 'work-support-task', id);
    const form = readAnswer(request.body, timezone);
    const sent = { answer: form.raw, idempotencyKey: form.idempotencyKey };
    if (form.kind === 'invalid') return this.again(around, { ...sent, errors: form.errors });
    const act = this.repeatable(request, form);
    const { revision, by, theirReference, at } = form;
    const input = { taskId: id, revision, by, theirReference, at };
    return this.answer(around, resultOfForm(await this.acknowledgeTask.execute(actor, input, act)), sent);
  }

  private async press(around: Around, change: SupportTaskChange): Promise<FastifyReply> {
    const { actor, id, request } = around;
    const { revision, act } = readButton(request, this.serverKey);
    const outcome = resultOfForm(await this.changeTask.execute(actor, { taskId: id, revision, change }, act));
    return this.answer(around, outcome, {});
  }

  private answer(
    around: Around,
    outcome: Outcome,
    sent: Omit<TaskSent, 'errors'>,
  ): Promise<FastifyReply> | FastifyReply {
    const { id, request, reply } = around;
    switch (outcome.kind) {
      case 'changed':
      case 'sent':
      case 'acknowledged':
        leaveNotice(request, { title: TASK.saved, lines: [] });
        return this.pages.redirect(reply, `/support-tasks/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: TASK.changed });
      case 'refused':
        return this.again(around, { ...sent, errors: whatToPutRight(outcome, TASK_REFUSALS) });
    }
  }

  private again({ actor, id, request, reply }: Around, sent: TaskSent): Promise<FastifyReply> {
    return this.taskPages.show(reply, { actor, id, request, sent });
  }

  private repeatable(request: FastifyRequest, form: { raw: object; idempotencyKey: string }) {
    const { raw: content, idempotencyKey: key } = form;
    return this.serverKey.repeatable('form', { request, key, content });
  }
}
