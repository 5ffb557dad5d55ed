import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AddPlanTask, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type StaffActor } from '#libs/domain';
import { PLAN_TASK_REFUSALS } from '../../../pages/support/case-forms.refusals.copy';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { maybeTextOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { AddPlanTaskBody } from './plan-task.dto';
import { SupportTaskChangedView } from './support-task.view';

const REFUSALS = {
  ...inBody(PLAN_TASK_REFUSALS, { dueDay: 'dueAt', words: 'words', owner: 'ownerUserId' }),
  unreadable: UNREADABLE,
};

/** Tasks that somebody puts into the plan of a case. */
@ApiTags('support tasks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/support-tasks')
export class PlanTasksController {
  constructor(private readonly addTask: AddPlanTask) {}

  @ForAct('add-plan-task')
  @ActAnswers({
    id: 'addPlanTask',
    summary: 'Add a task to the plan of a case',
    type: SupportTaskChangedView,
    status: 201,
  })
  @Post()
  async add(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { matter, words, dueAt, ownerUserId }: AddPlanTaskBody,
  ): Promise<SupportTaskChangedView> {
    const input = {
      caseId,
      matter,
      words: maybeTextOf(words),
      dueAt: instant(dueAt),
      ownerUserId: ownerUserId ?? null,
    };
    const { taskId } = done(await this.addTask.execute(actor, input, repeatable), REFUSALS);
    return { id: taskId, caseId };
  }
}
