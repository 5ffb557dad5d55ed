import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { MoveReview, PlanReview, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor, SupportTaskId } from '#libs/domain';
import { MOVE_REFUSALS, PLAN_REFUSALS } from '../../../pages/reviews/reviews.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { SupportTaskChangedView } from '../support/support-task.view';
import { MoveReviewBody, PlanReviewBody } from './reviews.dto';

const PLAN = inBody(PLAN_REFUSALS, { onDay: 'on' });
const MOVE = inBody(MOVE_REFUSALS, { onDay: 'on' });

/** Reviews of the support of a case; each is a support task, listed and done as one. */
@ApiTags('reviews of support')
@ApiBearerAuth('bearer')
@Controller('/api/v1')
export class ReviewsApiController {
  constructor(
    private readonly planReview: PlanReview,
    private readonly moveReview: MoveReview,
  ) {}

  @ForAct('keep-reviews')
  @ActAnswers({
    id: 'planReview',
    summary: 'Plan the next review of the support',
    type: SupportTaskChangedView,
    status: 201,
  })
  @Post('/cases/:id/reviews')
  async plan(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { on }: PlanReviewBody,
  ): Promise<SupportTaskChangedView> {
    const { taskId } = done(await this.planReview.execute(actor, { caseId, on }, repeatable), PLAN);
    return { id: taskId, caseId };
  }

  @ForAct('keep-reviews')
  @ActAnswers({
    id: 'moveReview',
    summary: 'Move a review to another day, with the reason',
    description: 'The answer names the review that is held instead.',
    type: SupportTaskChangedView,
    ifMatch: true,
  })
  @Post('/support-tasks/:id/move')
  async move(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) taskId: SupportTaskId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { on, reason }: MoveReviewBody,
  ): Promise<SupportTaskChangedView> {
    const input = { taskId, revision, on, reason };
    const moved = done(await this.moveReview.execute(actor, input, repeatable), MOVE);
    return { id: moved.taskId, caseId: moved.caseId };
  }
}
