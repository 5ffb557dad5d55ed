import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskPolice } from '#libs/casework';
import { ASK_CAUSES, TASK_KINDS, type CaseId, type StaffActor } from '#libs/domain';
import { openPoliceTasksOf, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { momentInWords } from '../../formatting/moments';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { askPage, type AskReading } from './ask.page';
import { ASK, ASK_REFUSALS, ASKED } from './task.copy';

const TEMPLATE = 'pages/police-tasks/ask.njk';

@Controller('/cases/:id/ask-police')
export class AskPoliceController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly cases: CaseReading,
    private readonly askPolice: AskPolice,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('ask-police')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const reading = await this.read(actor, id);
    return this.pages.show(reply, TEMPLATE, askPage(reading, { raw: { kind: '', cause: '' }, errors: [] }));
  }

  @ForAct('ask-police')
  @Post()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const reading = await this.read(actor, id);
    const fields = readFields(request.body, { single: ['kind', 'cause'] });
    const { raw, idempotencyKey } = fields;
    const kind = TASK_KINDS.find((code) => code === raw.kind);
    const cause = ASK_CAUSES.find((code) => code === raw.cause);
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, askPage(reading, { raw, errors, idempotencyKey }), 400);
    if (kind === undefined || cause === undefined || fields.errors.length > 0) {
      return again([
        ...fields.errors,
        ...(kind === undefined ? [{ field: 'kind', message: ASK.kind }] : []),
        ...(cause === undefined ? [{ field: 'cause', message: ASK.cause }] : []),
      ]);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.askPolice.execute(actor, { caseId: id, kind, cause }, act));
    switch (outcome.kind) {
      case 'asked': {
        const { open, now, timezone } = await this.read(actor, id);
        const due = open.find(({ taskId }) => taskId === outcome.taskId)?.dueAt;
        const line = due === undefined ? [] : [ASKED.due(momentInWords(due, { now, timezone }))];
        leaveNotice(request, { title: ASKED.title, lines: line });
        return this.pages.redirect(reply, `/cases/${id}`);
      }
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, ASK_REFUSALS));
    }
  }

  private async read(actor: StaffActor, id: CaseId): Promise<AskReading> {
    const read = await this.cases.summary(actor, 'ask-police', id);
    const open = await this.work.read(actor, (manager) => openPoliceTasksOf(manager, id));
    return { ...read, open };
  }
}
