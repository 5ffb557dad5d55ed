import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcknowledgeRedirect, TakeBackRedirect } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { RedirectReading } from './redirect-reading';
import { ACKNOWLEDGE_REFUSALS, TAKE_BACK_REFUSALS, WAITING_PAGE } from './redirect.copy';
import { readAcknowledgement } from './redirect.form';
import { waitingPage } from './redirect.page';

/** How a redirect ends: the other body takes the person on, or the case stays ours. */
@Controller('/cases/:id/redirect')
export class RedirectAnswersController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RedirectReading,
    private readonly changed: ChangedCase,
    private readonly acknowledgeRedirect: AcknowledgeRedirect,
    private readonly takeBackRedirect: TakeBackRedirect,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('redirect-referral')
  @Post('/acknowledged')
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const frame = await this.reading.frame(actor, id);
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
        return this.changed.show(reply, { actor, act: 'redirect-referral', id });
      case 'not-found':
        throw notFound();
      case 'refused':
        if (outcome.reason === 'nothing-to-acknowledge') return refuse(outcome, ACKNOWLEDGE_REFUSALS);
        return again(refusalErrors(outcome, ACKNOWLEDGE_REFUSALS, 'acknowledgedDay'));
    }
  }

  @ForAct('redirect-referral')
  @Post('/taken-back')
  async takeBack(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { revision, act } = readButton(request, this.serverKey);
    const outcome = resultOfForm(await this.takeBackRedirect.execute(actor, { caseId: id, revision }, act));
    switch (outcome.kind) {
      case 'taken-back':
        leaveNotice(request, WAITING_PAGE.kept);
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'stale':
        return this.changed.show(reply, { actor, act: 'redirect-referral', id });
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, TAKE_BACK_REFUSALS);
    }
  }
}
