import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AnswerPoliceTask, OpenTeamTask, type Repeatable } from '#libs/casework';
import { isoOf, type PoliceTaskId, type StaffActor } from '#libs/domain';
import { openPoliceTasks, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { policeAnswerIn } from './police-answer';
import { ANSWER_REFUSALS } from './police-task.copy';
import { AnswerTaskBody } from './police-task.dto';
import {
  OpenedTeamTaskView,
  TaskAnsweredView,
  teamAnswersTo,
  teamTaskLine,
  TeamTaskPageView,
  teamTaskView,
} from './police-task.view';

const LIST = 'police tasks';

@ApiTags('police tasks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/police-tasks')
export class TeamTasksController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly openTask: OpenTeamTask,
    private readonly answerTask: AnswerPoliceTask,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-team-tasks')
  @Answers({
    id: 'listPoliceTasks',
    summary: 'What first responders need from your team',
    type: TeamTaskPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<TeamTaskPageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<{ taskId: PoliceTaskId }>(LIST, query.cursor)?.taskId ?? null;
    return this.unitOfWork.read(actor, async (manager, now) =>
      pageOf(await openPoliceTasks(manager, { after, limit: limit + 1 }), {
        limit,
        item: (line) => teamTaskLine(line, { actor, now }),
        cursor: ({ taskId }) => this.cursors.write(LIST, { taskId }),
      }),
    );
  }

  @ForAct('answer-police-task')
  @Answers({
    id: 'readPoliceTask',
    summary: 'One question to your team, with the person’s initials',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedTeamTaskView,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<OpenedTeamTaskView> {
    const opened = await this.openTask.execute(actor, id as PoliceTaskId);
    if (opened.kind === 'not-found') throw notFound();
    const { task, initials, crimeReference } = opened;
    const open = task.state === 'open';
    const now = await this.unitOfWork.read(actor, (_, at) => Promise.resolve(at));
    return {
      ...teamTaskView({ ...task, open }, { actor, now }),
      state: task.state,
      initials,
      crimeReference,
      answers: open ? teamAnswersTo(task.kind) : [],
    };
  }

  @ForAct('answer-police-task')
  @ActAnswers({
    id: 'answerPoliceTask',
    summary: 'Answer a question to your team',
    description: 'Any officer of the team may. A task that somebody else has settled is answered with 409.',
    type: TaskAnsweredView,
  })
  @Post('/:id/answer')
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: AnswerTaskBody,
  ): Promise<TaskAnsweredView> {
    const request = { taskId: id as PoliceTaskId, answer: policeAnswerIn(body) };
    const outcome = done(await this.answerTask.execute(actor, request, repeatable), ANSWER_REFUSALS);
    switch (outcome.kind) {
      case 'answered': {
        const { answer, callFromAt } = outcome;
        return { id, answer, callFromAt: callFromAt && isoOf(callFromAt), askAgainAt: null };
      }
      case 'noted':
        return { id, answer: 'ask-again', callFromAt: null, askAgainAt: isoOf(outcome.askAgainAt) };
    }
  }
}
