import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcknowledgeRedirect, RedirectReferral, TakeBackRedirect } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, redirectsOf } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, refusalErrors } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { changedPage } from '../cases/case.page';
import { requireAct, resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { momentNow } from '../typed-moments/typed-moment.page';
import {
  ACKNOWLEDGE_REFUSALS,
  REDIRECT_PAGE,
  REDIRECT_REFUSALS,
  TAKE_BACK_REFUSALS,
  WAITING_PAGE,
} from './redirect.copy';
import { readAcknowledgement, readRedirect } from './redirect.form';
import { redirectPage, waitingPage } from './redirect.page';

/** A referral that is for somebody else: asked for, acknowledged or taken back, on one page of the case. */
@Controller('/cases/:id/redirect')
export class RedirectsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly redirectReferral: RedirectReferral,
    private readonly acknowledgeRedirect: AcknowledgeRedirect,
    private readonly takeBackRedirect: TakeBackRedirect,
    private readonly serverKey: ServerKey,
  ) {}

  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const frame = await this.frame(actor, id);
    const { redirect, summary, now, timezone } = frame;
    if (redirect === null) {
      if (summary.closedAt !== null)
        return refuse({ kind: 'refused', reason: 'case-closed' }, REDIRECT_REFUSALS);
      const raw = { reason: '', receivingBody: '', basis: '', revision: String(summary.revision) };
      return this.pages.show(reply, 'pages/redirects/new.njk', redirectPage({ ...frame, raw, errors: [] }));
    }
    const raw = {
      how: '',
      by: '',
      theirReference: '',
      revision: String(redirect.revision),
      ...momentNow('acknowledged', { now, timezone }),
    };
    const page = waitingPage({ ...frame, redirect, raw, errors: [] });
    return this.pages.show(reply, 'pages/redirects/waiting.njk', page);
  }

  @Post()
  async redirect(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const frame = await this.frame(actor, id);
    const form = readRedirect(request.body);
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid') {
      const page = redirectPage({ ...frame, raw, errors: form.errors, idempotencyKey });
      return this.pages.show(reply, 'pages/redirects/new.njk', page, 400);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { ...form.input, caseId: id };
    const outcome = resultOfForm(await this.redirectReferral.execute(actor, input, act));
    switch (outcome.kind) {
      case 'redirecting':
        leaveNotice(request, REDIRECT_PAGE.started);
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'stale':
        return this.showChanged(reply, actor, id);
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, REDIRECT_REFUSALS);
    }
  }

  @Post('/acknowledged')
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const frame = await this.frame(actor, id);
    const { redirect, timezone } = frame;
    const form = readAcknowledgement(request.body, timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => {
      if (redirect === null)
        return refuse({ kind: 'refused', reason: 'nothing-to-acknowledge' }, ACKNOWLEDGE_REFUSALS);
      const page = waitingPage({ ...frame, redirect, raw, errors, idempotencyKey });
      return this.pages.show(reply, 'pages/redirects/waiting.njk', page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { ...form.input, caseId: id };
    const outcome = resultOfForm(await this.acknowledgeRedirect.execute(actor, input, act));
    switch (outcome.kind) {
      case 'acknowledged':
        leaveNotice(request, WAITING_PAGE.closed);
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'stale':
        return this.showChanged(reply, actor, id);
      case 'not-found':
        throw notFound();
      case 'refused':
        if (outcome.reason === 'nothing-to-acknowledge') return refuse(outcome, ACKNOWLEDGE_REFUSALS);
        return again(refusalErrors(outcome, ACKNOWLEDGE_REFUSALS, 'acknowledgedDay'));
    }
  }

  @Post('/taken-back')
  async takeBack(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'redirect-referral');
    const { raw, idempotencyKey } = readFields(request.body, { single: ['revision'] });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { caseId: id, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.takeBackRedirect.execute(actor, input, act));
    switch (outcome.kind) {
      case 'taken-back':
        leaveNotice(request, WAITING_PAGE.kept);
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'stale':
        return this.showChanged(reply, actor, id);
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, TAKE_BACK_REFUSALS);
    }
  }

  private async frame(actor: StaffActor, id: CaseId) {
    requireAct(actor, 'redirect-referral');
    const { summary, now, timezone } = await this.cases.summary(actor, 'redirect-referral', id);
    const redirects = await this.work.read(actor, (manager) => redirectsOf(manager, id));
    return { summary, now, timezone, redirect: redirects.find(({ state }) => state === 'waiting') ?? null };
  }

  private async showChanged(reply: FastifyReply, actor: StaffActor, id: CaseId): Promise<FastifyReply> {
    const parts = await this.cases.whole(actor, 'redirect-referral', id);
    return this.pages.show(reply, 'pages/cases/changed.njk', changedPage(parts), 409);
  }
}
