import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AskPolice, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { openPoliceTasksOf } from '#libs/persistence';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ASK_REFUSALS } from './police-task.copy';
import { AskPoliceBody } from './police-task.dto';
import { CaseTasksView, caseTaskView, PoliceAskedView } from './police-task.view';

@ApiTags('police tasks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/police-tasks')
export class CaseTasksController {
  constructor(
    private readonly cases: CaseReader,
    private readonly askPolice: AskPolice,
  ) {}

  @ForAct('see-police-tasks')
  @Answers({
    id: 'listCasePoliceTasks',
    summary: 'What the police team of a case has been asked and has not answered',
    type: CaseTasksView,
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<CaseTasksView> {
    return this.cases.with(actor, id, async (manager, { caseId }, now) => {
      const lines = await openPoliceTasksOf(manager, caseId);
      return { caseId, items: lines.map((line) => caseTaskView(line, { actor, now })) };
    });
  }

  @ForAct('ask-police')
  @ActAnswers({
    id: 'askPolice',
    summary: 'Ask the police team that sent the referral',
    description: 'They are told what is needed and by when, and nothing else.',
    type: PoliceAskedView,
    status: 201,
  })
  @Post()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { kind, cause }: AskPoliceBody,
  ): Promise<PoliceAskedView> {
    const input = { caseId: id as CaseId, kind, cause };
    const { taskId, caseId } = done(await this.askPolice.execute(actor, input, repeatable), ASK_REFUSALS);
    return { taskId, caseId };
  }
}
