import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ReadSharedPlan, type PlanDoor, type Repeatable } from '#libs/casework';
import type { ShareId, StaffActor } from '#libs/domain';
import { casePlan, PostgresUnitOfWork, sharedCaseClosed } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { PlanActs } from './plan-acts';
import { PlanContactBody, PlanContactOutcomeBody, ToldTopicsBody } from './plan.dto';
import { ContactPlannedView, SharedPlanView, ToldKeptView } from './plan.view';
import { sharedPlanView } from './plan-views';

/** The plan as far as it is shared with the reader's service; without a ground for anything there is none (P6, P7). */
@ApiTags('plan')
@ApiBearerAuth('bearer')
@Controller('/api/v1/shared/:id/plan')
export class SharedPlanApiController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly readPlan: ReadSharedPlan,
    private readonly acts: PlanActs,
  ) {}

  @ForAct('keep-shared-plan')
  @Answers({
    id: 'readSharedPlan',
    summary: 'Your part of a plan, and the rest as far as the person agreed',
    description: 'What is shown is written to the access log before the answer leaves.',
    type: SharedPlanView,
  })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<SharedPlanView> {
    const opened = await this.readPlan.execute(actor, id as ShareId);
    if (opened.kind === 'not-found') throw notFound();
    const { share } = opened;
    return this.unitOfWork.read(actor, async (manager) => {
      const plan = await casePlan(manager, share.caseId);
      const closed = await sharedCaseClosed(manager, share.caseId);
      return sharedPlanView({ plan, closed }, { share, actor });
    });
  }

  @ForAct('keep-shared-plan')
  @ActAnswers({
    id: 'planSharedContact',
    summary: 'Note that you will be in touch with the person, and when',
    description: 'It contacts nobody and moves no clock.',
    type: ContactPlannedView,
    status: 201,
  })
  @Post('/contacts')
  plan(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: PlanContactBody,
  ): Promise<ContactPlannedView> {
    return this.acts.plan(actor, body, { door: doorOf(id), repeatable });
  }

  @ForAct('keep-shared-plan')
  @ActAnswers({
    id: 'closeSharedPlanContact',
    summary: 'Say what became of a contact that your service planned',
    type: ContactPlannedView,
  })
  @Post('/contacts/:contactId/outcome')
  close(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('contactId', SafeIdPipe) contactId: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { outcome }: PlanContactOutcomeBody,
  ): Promise<ContactPlannedView> {
    return this.acts.close(actor, { contactId, outcome }, { door: doorOf(id), repeatable });
  }

  @ForAct('keep-shared-plan')
  @ActAnswers({
    id: 'keepSharedTold',
    summary: 'Say which topics the person has told your service; never what was said',
    type: ToldKeptView,
  })
  @Post('/told')
  told(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: ToldTopicsBody,
  ): Promise<ToldKeptView> {
    return this.acts.told(actor, body, { door: doorOf(id), repeatable });
  }
}

function doorOf(id: string): PlanDoor {
  return { kind: 'share', shareId: id as ShareId };
}
