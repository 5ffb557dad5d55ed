import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RedirectReferral } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { RedirectReading } from './redirect-reading';
import { REDIRECT_PAGE, REDIRECT_REFUSALS } from './redirect.copy';
import { readRedirect } from './redirect.form';
import { redirectPage, waitingPage } from './redirect.page';

/** A referral that is for somebody else: one page of the case asks for a redirect and shows where it stands. */
@Controller('/cases/:id/redirect')
export class RedirectsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RedirectReading,
    private readonly changed: ChangedCase,
    private readonly redirectReferral: RedirectReferral,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('redirect-referral')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const frame = await this.reading.frame(actor, id);
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

  @ForAct('redirect-referral')
  @Post()
  async redirect(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const frame = await this.reading.frame(actor, id);
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
        return this.changed.show(reply, { actor, act: 'redirect-referral', id });
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, REDIRECT_REFUSALS);
    }
  }
}
