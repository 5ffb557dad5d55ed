import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordContactAttempt, type ContactAttemptOutcome } from '#libs/casework';
import type { CaseId, Outcome, StaffActor } from '#libs/domain';
import { nextCaseAfter, PostgresUnitOfWork, type CaseSummary } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { REFUSALS, SAVED } from './attempt.copy';
import { readAttempt } from './attempt.form';
import { attemptPage, savedNotice } from './attempt.page';

const TEMPLATE = 'pages/contact-attempts/new.njk';

@Controller('/cases/:id/attempts/new')
export class AttemptsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly recordAttempt: RecordContactAttempt,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('record-attempt')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('route') asked: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'record-attempt', id);
    const raw = {
      ...momentNow('happened', parts),
      outcome: '',
      route: likelyRoute(parts.summary, asked),
      then: '',
    };
    return this.pages.show(reply, TEMPLATE, attemptPage(parts, { raw, errors: [] }));
  }

  @ForAct('record-attempt')
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'record-attempt', id);
    const { summary, timezone } = parts;
    const form = readAttempt(request.body, { timezone, routes: summary.card.routes });
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, attemptPage(parts, { raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.recordAttempt.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'recorded':
        return this.goOn(actor, { request, reply, recorded: outcome, given: form.input, then: raw.then });
      case 'not-found':
        throw notFound();
      case 'refused':
        if (outcome.reason === 'case-closed') return refuse(outcome, REFUSALS);
        return again(refusalErrors(outcome, REFUSALS, 'happenedDay'));
    }
  }

  private async goOn(
    actor: StaffActor,
    { request, reply, recorded, given, then }: Saved,
  ): Promise<FastifyReply> {
    const notice = savedNotice(recorded, given.outcome);
    if (then !== 'next') {
      leaveNotice(request, notice);
      return this.pages.redirect(reply, pageAfter(recorded, given.outcome));
    }
    const { caseId: done } = recorded;
    const { userId } = actor;
    const next = await this.work.read(actor, (manager) => nextCaseAfter(manager, { done, userId }));
    const nothing = next === null ? [SAVED.nothingNext] : [];
    leaveNotice(request, { ...notice, lines: [...notice.lines, ...nothing] });
    return this.pages.redirect(reply, next === null ? '/board' : `/cases/${next}/call`);
  }
}

interface Saved {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly recorded: Recorded;
  readonly given: { readonly outcome: Outcome };
  readonly then: string;
}

type Recorded = Extract<ContactAttemptOutcome, { kind: 'recorded' }>;

/** What an outcome asks for next; nothing of it has to be done before the attempt counts as one. */
function pageAfter({ caseId, attemptId, waitsForFollowUp, route }: Recorded, outcome: Outcome): string {
  if (waitsForFollowUp) return `/cases/${caseId}/attempts/${attemptId}/follow-up`;
  if (route === 'suspend') return `/cases/${caseId}/safe-contact`;
  const later: readonly Outcome[] = ['asked-to-call-later', 'reached-not-safe-to-talk', 'cut-off'];
  return later.includes(outcome)
    ? `/cases/${caseId}/call-backs/new?attempt=${attemptId}`
    : `/cases/${caseId}`;
}

/** The number just shown, or the only one that may be used: the usual answer costs nothing. */
function likelyRoute({ card }: CaseSummary, asked: unknown): string {
  const active = card.routes.filter(({ state }) => state === 'active');
  const shown = active.find(({ id }) => id === asked);
  return shown?.id ?? (active.length === 1 ? (active[0]?.id ?? '') : '');
}
