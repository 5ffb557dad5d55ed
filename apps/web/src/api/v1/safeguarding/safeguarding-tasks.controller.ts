import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RaiseSafeguarding, ReadSafeguarding, type Repeatable } from '#libs/casework';
import type { CaseId, SafeguardingTaskId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, safeguardingTasks, type RegisterPlace } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { RAISE_REFUSALS } from '../../../pages/safeguarding/safeguarding.copy';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { isLive, RegisterQuery } from '../paging/register.query.dto';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { RaiseSafeguardingBody } from './safeguarding.dto';
import {
  OpenedSafeguardingView,
  openedSafeguardingView,
  SafeguardingPageView,
  SafeguardingRaisedView,
  safeguardingView,
} from './safeguarding.view';

const REFUSALS = {
  ...inBody(RAISE_REFUSALS, { kind: 'kind', againDay: 'lookAgainOn' }),
  unreadable: UNREADABLE,
};

@ApiTags('safeguarding')
@ApiBearerAuth('bearer')
@Controller('/api/v1')
export class SafeguardingTasksController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly readSafeguarding: ReadSafeguarding,
    private readonly raiseSafeguarding: RaiseSafeguarding,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-safeguarding')
  @Answers({
    id: 'listSafeguardingTasks',
    summary: 'Who has to be kept safe, by what is due first',
    type: SafeguardingPageView,
    problems: [400, 401, 404, 422],
  })
  @Get('/safeguarding-tasks')
  async list(
    @CurrentActor() actor: StaffActor,
    @Query() query: RegisterQuery,
  ): Promise<SafeguardingPageView> {
    const [limit, live] = [limitOf(query), isLive(query)];
    const list = `safeguarding ${live ? 'live' : 'ended'}`;
    const after = this.cursors.read<RegisterPlace<SafeguardingTaskId>>(list, query.cursor);
    return this.unitOfWork.read(actor, async (manager, now) =>
      pageOf(await safeguardingTasks(manager, { live, after, limit: limit + 1 }), {
        limit,
        item: (task) => safeguardingView(task, { actor, now }),
        cursor: ({ id, dueAt, settledAt }) => this.cursors.write(list, { id, at: settledAt ?? dueAt }),
      }),
    );
  }

  @ForAct('see-safeguarding')
  @Answers({
    id: 'readSafeguardingTask',
    summary: 'One task, while it is live with the name that a body must be told',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedSafeguardingView,
    etag: true,
  })
  @Get('/safeguarding-tasks/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSafeguardingView> {
    const read = await this.readSafeguarding.execute(actor, id as SafeguardingTaskId);
    if (read.kind === 'not-found') throw notFound();
    const now = await this.unitOfWork.read(actor, (_, at) => Promise.resolve(at));
    const view = openedSafeguardingView(read, { actor, now });
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('raise-safeguarding')
  @ActAnswers({
    id: 'raiseSafeguarding',
    summary: 'Say that you are worried about a child or an adult',
    type: SafeguardingRaisedView,
    status: 201,
  })
  @Post('/cases/:id/safeguarding-tasks')
  async raise(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { kind, why, lookAgainOn }: RaiseSafeguardingBody,
  ): Promise<SafeguardingRaisedView> {
    const input = { caseId: id as CaseId, kind, why: why.trim(), lookAgainOn };
    const { taskId } = done(await this.raiseSafeguarding.execute(actor, input, repeatable), REFUSALS);
    return { id: taskId };
  }
}
