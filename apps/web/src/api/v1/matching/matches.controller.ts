import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DecideMatch, OpenMatch, UndoMatch, type Repeatable } from '#libs/casework';
import type { MatchReviewId, StaffActor } from '#libs/domain';
import { matchBoard, PostgresUnitOfWork, type MatchCursor } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { maybeTextOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { DECIDE_REFUSALS, UNDO_REFUSALS } from './match.copy';
import { DecideMatchBody, MatchesQuery, UndoMatchBody } from './match.dto';
import { MatchDecidedView, matchLineView, MatchPageView, MatchView, matchView } from './match.view';

/** People who may be known already: what was found after a referral was in, and what a responder makes of it. */
@ApiTags('matches')
@ApiBearerAuth('bearer')
@Controller('/api/v1/matches')
export class MatchesController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly openMatch: OpenMatch,
    private readonly decideMatch: DecideMatch,
    private readonly undoMatch: UndoMatch,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('review-matches')
  @Answers({
    id: 'listMatches',
    summary: 'Possible matches, in codes and references',
    type: MatchPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Query() query: MatchesQuery): Promise<MatchPageView> {
    const limit = limitOf(query);
    const decided = query.show === 'decided';
    const name = decided ? 'decided matches' : 'matches';
    const after = this.cursors.read<MatchCursor>(name, query.cursor);
    return this.unitOfWork.read(actor, async (manager) =>
      pageOf(await matchBoard(manager, { decided, after, limit: limit + 1 }), {
        limit,
        item: (row) => matchLineView(row, actor),
        cursor: ({ foundAt, reviewId }) => this.cursors.write<MatchCursor>(name, { foundAt, reviewId }),
      }),
    );
  }

  @ForAct('review-matches')
  @Answers({
    id: 'openMatch',
    summary: 'Both people of a possible match, side by side',
    description: 'Each reading is written to the access log, for both people, before the answer leaves.',
    type: MatchView,
    etag: true,
  })
  @Get('/:id')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatchView> {
    const opened = await this.openMatch.execute(actor, id as MatchReviewId);
    if (opened.kind === 'not-found') throw notFound();
    const view = matchView(opened, actor);
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('review-matches')
  @ActAnswers({
    id: 'decideMatch',
    summary: 'Say whether two records are of one person',
    description: 'One report has one case that goes on: the other closes as its duplicate.',
    type: MatchDecidedView,
    ifMatch: true,
  })
  @Post('/:id/decision')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { decision, reason, note }: DecideMatchBody,
  ): Promise<MatchDecidedView> {
    const input = { reviewId: id as MatchReviewId, revision, decision, reason, note: maybeTextOf(note) };
    const { keptCaseId } = done(await this.decideMatch.execute(actor, input, repeatable), DECIDE_REFUSALS);
    return { id, state: decision, keptCaseId, openedAgainCaseId: null };
  }

  @ForAct('review-matches')
  @ActAnswers({
    id: 'undoMatch',
    summary: 'Take a decision about a match back',
    description:
      'The link ends, and a case that was closed as a duplicate is open again with its own clocks.',
    type: MatchDecidedView,
    ifMatch: true,
  })
  @Post('/:id/undo')
  async undo(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason }: UndoMatchBody,
  ): Promise<MatchDecidedView> {
    const input = { reviewId: id as MatchReviewId, revision, reason };
    const { openedAgain } = done(await this.undoMatch.execute(actor, input, repeatable), UNDO_REFUSALS);
    return { id, state: 'waiting', keptCaseId: null, openedAgainCaseId: openedAgain };
  }
}
