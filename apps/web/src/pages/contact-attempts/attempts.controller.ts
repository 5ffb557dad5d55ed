import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordContactAttempt } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { requireAct, resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { REFUSALS } from './attempt.copy';
import { readAttempt } from './attempt.form';
import { attemptPage, savedNotice } from './attempt.page';

const TEMPLATE = 'pages/contact-attempts/new.njk';

@Controller('/cases/:id/attempts/new')
export class AttemptsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly recordAttempt: RecordContactAttempt,
    private readonly serverKey: ServerKey,
  ) {}

  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('route') asked: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'record-attempt');
    const { summary, now, timezone } = await this.cases.summary(actor, 'record-attempt', id);
    const raw = {
      ...momentNow('happened', { now, timezone }),
      outcome: '',
      route: likelyRoute(summary, asked),
    };
    return this.pages.show(reply, TEMPLATE, attemptPage({ summary, raw, errors: [] }));
  }

  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'record-attempt');
    const { summary, timezone } = await this.cases.summary(actor, 'record-attempt', id);
    const form = readAttempt(request.body, { timezone, routes: summary.card.routes });
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, attemptPage({ summary, raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.recordAttempt.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'recorded':
        leaveNotice(request, savedNotice(outcome, form.input.outcome));
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        if (outcome.reason === 'case-closed') return refuse(outcome, REFUSALS);
        return again(refusalErrors(outcome, REFUSALS, 'happenedDay'));
    }
  }
}

/** The number just shown, or the only one that may be used: the usual answer costs nothing. */
function likelyRoute({ card }: CaseSummary, asked: unknown): string {
  const active = card.routes.filter(({ state }) => state === 'active');
  const shown = active.find(({ id }) => id === asked);
  return shown?.id ?? (active.length === 1 ? (active[0]?.id ?? '') : '');
}
