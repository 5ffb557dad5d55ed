import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskConflictAgain, DecideConflict, ListConflicts, OpenConflict } from '#libs/casework';
import { ASK_AGAIN_REASONS, type ConflictId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound, Problem } from '../../errors/problem';
import { refuse, refusalErrors } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { ASK_AGAIN, ASK_AGAIN_REFUSALS, DECIDE, DECIDE_REFUSALS } from './suspects.copy';
import { conflictsPage, decidePage } from './suspects.page';

const DECISIONS = ['not-the-same', 'separate', 'put-off'] as const;

@Controller('/conflicts')
export class ConflictsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly listConflicts: ListConflicts,
    private readonly openConflict: OpenConflict,
    private readonly decideConflict: DecideConflict,
    private readonly askAgain: AskConflictAgain,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('decide-conflict')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const conflicts = {
      waiting: await this.listConflicts.execute(actor),
      decided: await this.listConflicts.execute(actor, 'decided'),
    };
    const page = conflictsPage(conflicts, { ...(await this.clock(actor)), notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/suspects/conflicts.njk', page);
  }

  @ForAct('decide-conflict')
  @Get('/:id')
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ConflictId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.show(actor, id, { reply, form: { decision: '', reason: '', errors: [] } });
  }

  @ForAct('decide-conflict')
  @Post('/:id/ask-again')
  async again(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ConflictId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey } = readFields(request.body, { single: ['reason', 'revision'] });
    const because = ASK_AGAIN_REASONS.find((code) => code === raw.reason);
    if (because === undefined) {
      const errors = [{ field: 'reason', message: ASK_AGAIN.missing }];
      return this.show(actor, id, { reply, form: { decision: '', reason: '', errors, idempotencyKey } });
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { id, because, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.askAgain.execute(actor, input, act));
    switch (outcome.kind) {
      case 'asked':
        leaveNotice(request, { title: ASK_AGAIN.saved, lines: [] });
        return this.pages.redirect(reply, '/conflicts');
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: ASK_AGAIN_REFUSALS['not-decided'].sentence });
      case 'refused':
        return refuse(outcome, ASK_AGAIN_REFUSALS);
    }
  }

  @ForAct('decide-conflict')
  @Post('/:id')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ConflictId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey } = readFields(request.body, { single: ['decision', 'revision'] });
    const decision = DECISIONS.find((code) => code === raw.decision);
    const again = (message: string) => {
      const errors = [{ field: 'decision', message }];
      const form = { decision: raw.decision, reason: '', errors, idempotencyKey };
      return this.show(actor, id, { reply, form });
    };
    if (decision === undefined) return again(DECIDE.missing);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { id, decision, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.decideConflict.execute(actor, input, act));
    switch (outcome.kind) {
      case 'decided':
        leaveNotice(request, {
          title: DECIDE.saved,
          lines: decision === 'separate' ? [DECIDE.savedSeparate] : [],
        });
        return this.pages.redirect(reply, '/conflicts');
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: DECIDE_REFUSALS['decided-already'].sentence });
      case 'refused': {
        if (outcome.reason === 'decided-already') return refuse(outcome, DECIDE_REFUSALS);
        const [error] = refusalErrors(outcome, DECIDE_REFUSALS, 'decision');
        return again(error?.message ?? DECIDE.missing);
      }
    }
  }

  private async show(
    actor: StaffActor,
    id: ConflictId,
    { reply, form }: { reply: FastifyReply; form: Parameters<typeof decidePage>[2] },
  ): Promise<FastifyReply> {
    const opened = await this.openConflict.execute(actor, id);
    if (opened.kind === 'not-found') throw notFound();
    const status = form.errors.length === 0 ? 200 : 400;
    const page = decidePage(opened, { ...(await this.clock(actor)), by: actor.userId }, form);
    return this.pages.show(reply, 'pages/suspects/decide.njk', page, status);
  }

  private async clock(actor: StaffActor) {
    const now = await this.work.read(actor, async (_, at) => at);
    return { now, timezone: this.settings.area.timezone };
  }
}
