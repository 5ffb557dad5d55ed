import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ResumeContact, StopContact } from '#libs/casework';
import { endsCases, SAID_BY, STOP_CAUSES, type CaseId, type StaffActor } from '#libs/domain';
import { caseMessages, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { RESUME_REFUSALS, STOP, STOP_REFUSALS, STOPPED } from './stop-contact.copy';
import { stopContactPage, type StopRaw } from './stop-contact.page';

const BLANK: StopRaw = { cause: '', saidBy: '', revision: '' };

/** The one act by which nothing leaves for a person any more, and its undoing by a lead. */
@Controller('/cases/:id/stop-contact')
export class StopContactController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly changed: ChangedCase,
    private readonly work: PostgresUnitOfWork,
    private readonly stopContact: StopContact,
    private readonly resumeContact: ResumeContact,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('stop-contact')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw({ actor, id, reply }, { raw: BLANK, errors: [] });
  }

  @ForAct('stop-contact')
  @Post()
  async stop(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw: read, idempotencyKey } = readFields(request.body, { single: ['cause', 'revision'] });
    const raw = { ...BLANK, ...read };
    const cause = STOP_CAUSES.find((code) => code === raw.cause);
    if (cause === undefined) {
      const errors = [{ field: 'cause', message: STOP.missing }];
      return this.draw({ actor, id, reply }, { raw, errors, idempotencyKey });
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: read });
    const input = { caseId: id, cause, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.stopContact.execute(actor, input, act));
    switch (outcome.kind) {
      case 'stopped':
        leaveNotice(request, endsCases(cause) ? STOP.closed : STOP.saved);
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'stale':
        return this.changed.show(reply, { actor, act: 'stop-contact', id });
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, STOP_REFUSALS);
    }
  }

  @ForAct('resume-contact')
  @Post('/lift')
  async lift(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw: read, idempotencyKey } = readFields(request.body, { single: ['saidBy', 'revision'] });
    const raw = { ...BLANK, ...read };
    const saidBy = SAID_BY.find((code) => code === raw.saidBy);
    const again = (errors: readonly FieldError[]) =>
      this.draw({ actor, id, reply }, { raw, errors, idempotencyKey });
    if (saidBy === undefined) return again([{ field: 'saidBy', message: STOPPED.saidByMissing }]);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: read });
    const input = { caseId: id, saidBy, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.resumeContact.execute(actor, input, act));
    switch (outcome.kind) {
      case 'resumed':
        leaveNotice(request, STOPPED.resumed);
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'stale':
        return this.changed.show(reply, { actor, act: 'stop-contact', id });
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, RESUME_REFUSALS));
    }
  }

  private async draw(
    { actor, id, reply }: { actor: StaffActor; id: CaseId; reply: FastifyReply },
    form: { raw: StopRaw; errors: readonly FieldError[]; idempotencyKey?: string },
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'stop-contact', id);
    const { stop } = await this.work.read(actor, (manager) => caseMessages(manager, id));
    const page = stopContactPage({ ...parts, stop }, form);
    return this.pages.show(
      reply,
      'pages/stop-contact/stop-contact.njk',
      page,
      form.errors.length > 0 ? 400 : 200,
    );
  }
}
