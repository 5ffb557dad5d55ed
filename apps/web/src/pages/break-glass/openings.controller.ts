import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadGlassNote, ReviewBreakGlass } from '#libs/casework';
import { GLASS_REVIEWS, type BreakGlassId, type StaffActor } from '#libs/domain';
import { emergencyOpenings, openingsByMonth, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, Problem } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { REVIEW, REVIEW_REFUSALS } from './break-glass.copy';
import { openingsPage, reviewPage } from './break-glass.page';

@Controller('/break-glass')
export class OpeningsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly readNote: ReadGlassNote,
    private readonly review: ReviewBreakGlass,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-break-glass')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { timezone } = this.settings.area;
    const found = await this.work.read(actor, async (manager, now) => ({
      ...(await emergencyOpenings(manager)),
      months: await openingsByMonth(manager, timezone),
      now,
    }));
    const people = [...found.waiting, ...found.reviewed].flatMap(({ userId, reviewedBy }) => [
      userId,
      reviewedBy,
    ]);
    const nameOf = await this.colleagues.names(actor.role === 'auditor' ? [] : people, actor.userId);
    const reading = { actor, nameOf, now: found.now, timezone, notice: takeNotice(request) };
    return this.pages.show(reply, 'pages/break-glass/list.njk', openingsPage(found, reading));
  }

  @ForAct('review-break-glass')
  @Get('/:id')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: BreakGlassId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.show(actor, id, { reply, form: { review: '', errors: [] } });
  }

  @ForAct('review-break-glass')
  @Post('/:id')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: BreakGlassId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey } = readFields(request.body, { single: ['review', 'revision'] });
    const review = GLASS_REVIEWS.find((code) => code === raw.review);
    if (review === undefined) {
      const errors = [{ field: 'review', message: REVIEW.missing }];
      return this.show(actor, id, { reply, form: { review: raw.review, errors, idempotencyKey } });
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { id, review, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.review.execute(actor, input, act));
    switch (outcome.kind) {
      case 'reviewed':
        leaveNotice(request, {
          title: REVIEW.saved,
          lines: review === 'justified' ? [] : [REVIEW.savedFollowUp],
        });
        return this.pages.redirect(reply, '/break-glass');
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: REVIEW_REFUSALS['already-reviewed'].sentence });
      case 'refused':
        return refuse(outcome, REVIEW_REFUSALS);
    }
  }

  private async show(
    actor: StaffActor,
    id: BreakGlassId,
    { reply, form }: { reply: FastifyReply; form: Parameters<typeof reviewPage>[2] },
  ): Promise<FastifyReply> {
    const read = await this.readNote.execute(actor, id);
    if (read.kind === 'not-found' || read.opening.userId === actor.userId) throw notFound();
    const { userId, reviewedBy } = read.opening;
    const nameOf = await this.colleagues.names([userId, reviewedBy], actor.userId);
    const now = await this.work.read(actor, async (_, at) => at);
    const reading = { actor, nameOf, now, timezone: this.settings.area.timezone };
    const status = form.errors.length === 0 ? 200 : 400;
    return this.pages.show(reply, 'pages/break-glass/review.njk', reviewPage(read, reading, form), status);
  }
}
