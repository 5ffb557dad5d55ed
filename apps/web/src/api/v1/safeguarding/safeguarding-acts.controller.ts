import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ChangeSafeguarding,
  TellSafeguarding,
  type ChangeSafeguardingInput,
  type Repeatable,
  type SafeguardingChange,
} from '#libs/casework';
import { instant, type SafeguardingTaskId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, safeguardingTask } from '#libs/persistence';
import { invalidInput, notFound } from '../../../errors/problem';
import { CHANGE_REFUSALS } from '../../../pages/safeguarding/safeguarding.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { NoBody } from '../requests/no-body.interceptor';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { EndSafeguardingBody, PutOffTellingBody, TellSafeguardingBody } from './safeguarding.dto';
import { SafeguardingTaskView, safeguardingView } from './safeguarding.view';

const NAMES = { toldDay: 'toldAt', untilDay: 'until', reason: 'notNeeded' };
const REFUSALS = { ...inBody(CHANGE_REFUSALS, NAMES), unreadable: UNREADABLE };

@ApiTags('safeguarding')
@ApiBearerAuth('bearer')
@Controller('/api/v1/safeguarding-tasks/:id')
export class SafeguardingActsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly tellSafeguarding: TellSafeguarding,
    private readonly changeSafeguarding: ChangeSafeguarding,
  ) {}

  @ForAct('tell-safeguarding')
  @ActAnswers({
    id: 'tellSafeguarding',
    summary: 'Record whom you told',
    description: 'Then it waits for their answer, which is due as well.',
    type: SafeguardingTaskView,
    ifMatch: true,
  })
  @Post('/telling')
  async tell(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { body, toldAt, spokeTo, theirReference }: TellSafeguardingBody,
  ): Promise<SafeguardingTaskView> {
    const words = { spokeTo: spokeTo.trim(), theirReference: theirReference?.trim() ?? null };
    const input = { taskId: id as SafeguardingTaskId, revision, body, at: instant(toldAt), ...words };
    done(await this.tellSafeguarding.execute(actor, input, repeatable), REFUSALS);
    return this.standing(actor, id);
  }

  @ForAct('tell-safeguarding')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'noteSafeguardingAnswer',
    summary: 'Record that the body that was told has it in hand',
    type: SafeguardingTaskView,
    ifMatch: true,
  })
  @Post('/answer')
  answered(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<SafeguardingTaskView> {
    return this.change(actor, { id, revision, change: { kind: 'acknowledge' } }, repeatable);
  }

  @ForAct('tell-safeguarding')
  @ActAnswers({
    id: 'putOffTelling',
    summary: 'Let telling wait, for the safety of the child or adult alone',
    description: 'The due time stays where it is.',
    type: SafeguardingTaskView,
    ifMatch: true,
  })
  @Post('/wait')
  wait(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason, until }: PutOffTellingBody,
  ): Promise<SafeguardingTaskView> {
    const change = { kind: 'put-off', reason, until: instant(until) } as const;
    return this.change(actor, { id, revision, change }, repeatable);
  }

  @ForAct('tell-safeguarding')
  @ActAnswers({
    id: 'endSafeguardingTask',
    summary: 'Say what a review came to, or, as a lead, why nobody needs to be told',
    type: SafeguardingTaskView,
    ifMatch: true,
  })
  @Post('/end')
  end(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: EndSafeguardingBody,
  ): Promise<SafeguardingTaskView> {
    return this.change(actor, { id, revision, change: endIn(body) }, repeatable);
  }

  private async change(
    actor: StaffActor,
    { id, revision, change }: { id: string } & Omit<ChangeSafeguardingInput, 'taskId'>,
    repeatable: Repeatable,
  ): Promise<SafeguardingTaskView> {
    const input = { taskId: id as SafeguardingTaskId, revision, change };
    done(await this.changeSafeguarding.execute(actor, input, repeatable), REFUSALS);
    return this.standing(actor, id);
  }

  private standing(actor: StaffActor, id: string): Promise<SafeguardingTaskView> {
    return this.unitOfWork.read(actor, async (manager, now) => {
      const task = await safeguardingTask(manager, id as SafeguardingTaskId);
      if (task === null) throw notFound();
      return safeguardingView(task, { actor, now });
    });
  }
}

function endIn({ notNeeded, review }: EndSafeguardingBody): SafeguardingChange {
  if (review === undefined && notNeeded !== undefined) return { kind: 'not-needed', reason: notNeeded };
  if (review !== undefined && notNeeded === undefined) return { kind: 'review', end: review };
  throw invalidInput([{ field: 'notNeeded', message: 'Send notNeeded or review, and not both' }]);
}
