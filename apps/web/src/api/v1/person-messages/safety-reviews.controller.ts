import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AnswerSafetyReview, type Repeatable } from '#libs/casework';
import type { CaseId, SafetyReviewId, StaffActor } from '#libs/domain';
import { openReviews, PostgresUnitOfWork, type ReviewCursor } from '#libs/persistence';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { REVIEW_REFUSALS } from './message.copy';
import { AnswerReviewBody } from './message.dto';
import { ReviewAnsweredView, SafetyReviewPageView, safetyReviewView } from './safety-review.view';

const LIST = 'safety reviews';

@ApiTags('person messages')
@ApiBearerAuth('bearer')
@Controller('/api/v1')
export class SafetyReviewsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly answerReview: AnswerSafetyReview,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-safety-reviews')
  @Answers({
    id: 'listSafetyReviews',
    summary: 'Routes on which a message did not arrive, for the duty lead to look at',
    type: SafetyReviewPageView,
    problems: [400, 401, 404, 422],
  })
  @Get('/safety-reviews')
  list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<SafetyReviewPageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<ReviewCursor>(LIST, query.cursor);
    return this.unitOfWork.read(actor, async (manager, now) =>
      pageOf(await openReviews(manager, { limit: limit + 1, after }), {
        limit,
        item: (review) => safetyReviewView(review, { actor, now }),
        cursor: ({ dueAt, id }) => this.cursors.write<ReviewCursor>(LIST, { dueAt, id }),
      }),
    );
  }

  @ForAct('answer-safety-review')
  @ActAnswers({
    id: 'answerSafetyReview',
    summary: 'Decide what becomes of a route on which a message did not arrive',
    type: ReviewAnsweredView,
    ifMatch: true,
  })
  @Post('/cases/:id/safety-reviews/:reviewId/answer')
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('reviewId', SafeIdPipe) reviewId: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { answer }: AnswerReviewBody,
  ): Promise<ReviewAnsweredView> {
    const input = { caseId: id as CaseId, reviewId: reviewId as SafetyReviewId, revision, answer };
    const { caseId } = done(await this.answerReview.execute(actor, input, repeatable), REVIEW_REFUSALS);
    return { id: reviewId, caseId, answer };
  }
}
