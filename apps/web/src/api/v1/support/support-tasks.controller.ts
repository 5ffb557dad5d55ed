import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Instant, StaffActor, SupportTaskId } from '#libs/domain';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { SupportReader } from './support-reader';
import { SupportTasksQuery } from './support-task.dto';
import {
  OpenedSupportTaskView,
  openedTaskView,
  SupportTaskPageView,
  supportTaskView,
} from './support-task.view';

interface TaskCursor {
  readonly at: Instant;
  readonly id: SupportTaskId;
}

/** What domestic-abuse flags, samples, check-ins and hand-overs ask of the team. */
@ApiTags('support tasks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/support-tasks')
export class SupportTasksController {
  constructor(
    private readonly support: SupportReader,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-support')
  @Answers({
    id: 'listSupportTasks',
    summary: 'What kinds of support ask of the team, the first due first',
    type: SupportTaskPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query() query: SupportTasksQuery,
  ): Promise<SupportTaskPageView> {
    const limit = limitOf(query);
    const asked = query.which ?? 'live';
    const which = asked === 'mine' ? 'live' : asked;
    const ownerUserId = asked === 'mine' ? actor.userId : undefined;
    const name = `support tasks ${asked}`;
    const after = this.cursors.read<TaskCursor>(name, query.cursor);
    const { tasks, reader } = await this.support.tasks(actor, {
      which,
      ownerUserId,
      after,
      limit: limit + 1,
    });
    return pageOf(tasks, {
      limit,
      item: (task) => supportTaskView(task, reader),
      cursor: ({ id, dueAt }) => this.cursors.write<TaskCursor>(name, { at: dueAt, id }),
    });
  }

  @ForAct('see-support')
  @Answers({
    id: 'readSupportTask',
    summary: 'One task, with what was written beside it',
    description: 'Each reading of sealed words is written to the access log before the answer leaves.',
    type: OpenedSupportTaskView,
    etag: true,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SupportTaskId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSupportTaskView> {
    const { task, ...opened } = await this.support.task(actor, id);
    const view = openedTaskView(task, opened);
    reply.header('etag', view.etag);
    return view;
  }
}
