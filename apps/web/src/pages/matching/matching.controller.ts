import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecideMatch, OpenMatch, UndoMatch } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { Instant, MatchReviewId, StaffActor } from '#libs/domain';
import { matchBoard, PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { placeOf, readPlace } from '../list-places/place';
import { leaveNotice, takeNotice, type Notice } from '../notices/notice';
import { CHANGED, DECIDED, DECIDE_REFUSALS, UNDONE, UNDO_REFUSALS } from './matching.copy';
import { readDecision, readUndo, type DecisionRaw } from './matching.form';
import { matchesPage, matchPage } from './matching.page';

const PAGE_SIZE = 25;

interface Drawn {
  readonly actor: StaffActor;
  readonly id: MatchReviewId;
  readonly raw: DecisionRaw | null;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
  readonly notice: Notice | null;
  readonly status?: number;
}

/** People who may be known already: what was found after a referral was in, and what a responder makes of it. */
@Controller('/matches')
export class MatchingController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly openMatch: OpenMatch,
    private readonly decideMatch: DecideMatch,
    private readonly undoMatch: UndoMatch,
    private readonly colleagues: Colleagues,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('review-matches')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('show') show: unknown,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const decided = show === 'decided';
    const place = readPlace<MatchReviewId>(after);
    const cursor = place && { foundAt: place.at, reviewId: place.id };
    const { rows, now } = await this.work.read(actor, async (manager, at) => ({
      rows: await matchBoard(manager, { decided, after: cursor, limit: PAGE_SIZE + 1 }),
      now: at,
    }));
    const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
    const next = last && placeOf({ at: last.foundAt, id: last.reviewId });
    const nextPath = next && `/matches?${decided ? 'show=decided&' : ''}after=${next}`;
    const view = { decided, nextPath, notice: takeNotice(request), now, pack: this.pack };
    return this.pages.show(reply, 'pages/matching/list.njk', matchesPage(rows.slice(0, PAGE_SIZE), view));
  }

  @ForAct('review-matches')
  @Get('/:id')
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: MatchReviewId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(reply, { actor, id, raw: null, errors: [], notice: takeNotice(request) });
  }

  @ForAct('review-matches')
  @Post('/:id')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: MatchReviewId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readDecision(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, { actor, id, raw, errors, idempotencyKey, notice: null });
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.decideMatch.execute(actor, { ...form.input, reviewId: id }, act));
    switch (outcome.kind) {
      case 'decided':
        leaveNotice(request, DECIDED[outcome.decision]);
        return this.pages.redirect(reply, `/matches/${id}`);
      case 'stale':
        return this.drawChanged(reply, actor, id);
      case 'not-found':
        throw notFound();
      case 'refused':
        if (outcome.reason === 'already-decided') return this.drawChanged(reply, actor, id);
        return again(refusalErrors(outcome, DECIDE_REFUSALS, 'decision'));
    }
  }

  @ForAct('review-matches')
  @Post('/:id/undo')
  async undo(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: MatchReviewId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readUndo(request.body);
    const { idempotencyKey } = form;
    if (form.kind === 'invalid')
      return this.draw(reply, { actor, id, raw: null, errors: form.errors, idempotencyKey, notice: null });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: form.input });
    const outcome = resultOfForm(await this.undoMatch.execute(actor, { ...form.input, reviewId: id }, act));
    switch (outcome.kind) {
      case 'undone':
        leaveNotice(request, UNDONE);
        return this.pages.redirect(reply, `/matches/${id}`);
      case 'stale':
        return this.drawChanged(reply, actor, id);
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, UNDO_REFUSALS);
    }
  }

  /** Somebody was quicker: 409, with how the pair stands now. */
  private drawChanged(reply: FastifyReply, actor: StaffActor, id: MatchReviewId): Promise<FastifyReply> {
    return this.draw(reply, { actor, id, raw: null, errors: [], notice: CHANGED, status: 409 });
  }

  private async draw(reply: FastifyReply, { actor, id, status, ...drawn }: Drawn): Promise<FastifyReply> {
    const opened = await this.openMatch.execute(actor, id);
    if (opened.kind === 'not-found') throw notFound();
    const nameOf = await this.colleagues.names([opened.review.decidedBy], actor.userId);
    const around = { ...drawn, nameOf, now: await this.now(actor), pack: this.pack };
    const code = status ?? (drawn.errors.length === 0 ? 200 : 400);
    return this.pages.show(reply, 'pages/matching/match.njk', matchPage(opened, around), code);
  }

  private now(actor: StaffActor): Promise<Instant> {
    return this.work.read(actor, async (_manager, at) => at);
  }
}
