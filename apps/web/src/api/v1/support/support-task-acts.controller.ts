import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AcknowledgeSupportTask,
  ChangeSupportTask,
  SendSupportTask,
  type Repeatable,
  type SupportTaskChange,
} from '#libs/casework';
import { instant, type StaffActor, type SupportTaskId } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { maybeTextOf, textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import {
  AcknowledgeSupportTaskBody,
  FinishSupportTaskBody,
  SendSupportTaskBody,
  SupportTaskNotNeededBody,
} from './support-task.dto';
import { SupportTaskChangedView } from './support-task.view';
import { TASK_REFUSALS } from './support.copy';

interface Asked {
  readonly taskId: SupportTaskId;
  readonly revision: number;
  readonly change: SupportTaskChange;
}

/** What is done with one task. Waymark itself sends nothing to anybody. */
@ApiTags('support tasks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/support-tasks/:id')
export class SupportTaskActsController {
  constructor(
    private readonly changeTask: ChangeSupportTask,
    private readonly sendTask: SendSupportTask,
    private readonly acknowledgeTask: AcknowledgeSupportTask,
  ) {}

  @ForAct('work-support-task')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'takeSupportTask',
    summary: 'Make a task your own',
    type: SupportTaskChangedView,
    ifMatch: true,
  })
  @Post('/take')
  take(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) taskId: SupportTaskId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<SupportTaskChangedView> {
    return this.change(actor, { taskId, revision, change: { kind: 'take' } }, repeatable);
  }

  @ForAct('work-support-task')
  @ActAnswers({
    id: 'finishSupportTask',
    summary: 'Say what came of a task',
    description: 'still-so and kept-on need nextOn: nothing is left without a next day.',
    type: SupportTaskChangedView,
    ifMatch: true,
  })
  @Post('/finish')
  finish(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) taskId: SupportTaskId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { outcome, nextOn }: FinishSupportTaskBody,
  ): Promise<SupportTaskChangedView> {
    const change = { kind: 'finish', outcome, nextOn: nextOn ?? null } as const;
    return this.change(actor, { taskId, revision, change }, repeatable);
  }

  @ForAct('work-support-task')
  @ActAnswers({
    id: 'judgeSupportTaskNotNeeded',
    summary: 'Say why nobody needs to do a task',
    type: SupportTaskChangedView,
    ifMatch: true,
  })
  @Post('/not-needed')
  notNeeded(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) taskId: SupportTaskId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { outcome }: SupportTaskNotNeededBody,
  ): Promise<SupportTaskChangedView> {
    return this.change(actor, { taskId, revision, change: { kind: 'not-needed', outcome } }, repeatable);
  }

  @ForAct('work-support-task')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'withdrawSupportTask',
    summary: 'Take back a check-in that the person does not want, or a hand-over that is not taken on',
    type: SupportTaskChangedView,
    ifMatch: true,
  })
  @Post('/withdraw')
  withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) taskId: SupportTaskId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<SupportTaskChangedView> {
    return this.change(actor, { taskId, revision, change: { kind: 'withdraw' } }, repeatable);
  }

  @ForAct('work-support-task')
  @ActAnswers({
    id: 'noteSupportTaskSent',
    summary: 'Note that a referral to MARAC or to the advisers was sent by your own means',
    description: 'Only while consent, or an override, stands for both name and safe contact.',
    type: SupportTaskChangedView,
    ifMatch: true,
  })
  @Post('/send')
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SupportTaskId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { to }: SendSupportTaskBody,
  ): Promise<SupportTaskChangedView> {
    const input = { taskId: id, revision, to: textOf(to) };
    const { caseId } = done(await this.sendTask.execute(actor, input, repeatable), TASK_REFUSALS);
    return { id, caseId };
  }

  @ForAct('work-support-task')
  @ActAnswers({
    id: 'acknowledgeSupportTask',
    summary: 'Note that those to whom it was sent have it',
    description: 'A case that was handed to another area ends with that, and not before.',
    type: SupportTaskChangedView,
    ifMatch: true,
  })
  @Post('/acknowledge')
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SupportTaskId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { by, at, theirReference }: AcknowledgeSupportTaskBody,
  ): Promise<SupportTaskChangedView> {
    const said = { by: textOf(by), at: instant(at), theirReference: maybeTextOf(theirReference) };
    const input = { taskId: id, revision, ...said };
    const { caseId } = done(await this.acknowledgeTask.execute(actor, input, repeatable), TASK_REFUSALS);
    return { id, caseId };
  }

  private async change(
    actor: StaffActor,
    asked: Asked,
    repeatable: Repeatable,
  ): Promise<SupportTaskChangedView> {
    const { caseId } = done(await this.changeTask.execute(actor, asked, repeatable), TASK_REFUSALS);
    return { id: asked.taskId, caseId };
  }
}
