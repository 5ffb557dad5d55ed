import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor, SupportTaskId } from '#libs/domain';
import { awayAmong, PostgresUnitOfWork, supportTasks, workingHere } from '#libs/persistence';
import { timeOfDay } from '../../formatting/moments';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { requireAct } from '../form-acts/form-act';
import { pageOf, placeOf, readPlace, ROWS_READ } from '../list-places/place';
import { takeNotice } from '../notices/notice';
import { LIST } from './support.copy';
import { taskLine } from './task-line.page';

@Controller('/support-tasks')
export class SupportTaskListController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @Get()
  live(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.list(actor, { planned: false, after, request, reply });
  }

  @Get('/planned')
  planned(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.list(actor, { planned: true, after, request, reply });
  }

  private async list(
    actor: StaffActor,
    asked: { planned: boolean; after: unknown; request: FastifyRequest; reply: FastifyReply },
  ): Promise<FastifyReply> {
    requireAct(actor, 'see-support');
    const { planned, request, reply } = asked;
    const after = readPlace<SupportTaskId>(asked.after);
    const { found, worksHere, away, now } = await this.work.read(actor, async (manager, at) => {
      const tasks = await supportTasks(manager, { planned, after, limit: ROWS_READ });
      const owners = tasks.map(({ ownerUserId }) => ownerUserId);
      return {
        found: tasks,
        worksHere: await workingHere(manager, owners),
        away: await awayAmong(manager, owners),
        now: at,
      };
    });
    const { rows, nextPath: nextHref } = pageOf(found, {
      path: planned ? '/support-tasks/planned' : '/support-tasks',
      after: ({ id, dueAt }) => placeOf({ id, at: dueAt }),
    });
    const nameOf = await this.colleagues.names(
      rows.map(({ ownerUserId }) => ownerUserId),
      actor.userId,
    );
    const { timezone } = this.settings.area;
    const page = {
      title: planned ? LIST.plannedTitle : LIST.title,
      intro: planned ? LIST.plannedIntro : LIST.intro,
      nothing: LIST.none,
      other: planned
        ? { text: LIST.live, href: '/support-tasks' }
        : { text: LIST.planned, href: '/support-tasks/planned' },
      when: planned ? 'Day' : 'Due',
      rows: rows.map((task) => taskLine(task, { now, timezone, nameOf, worksHere, away })),
      nextHref,
      notice: takeNotice(request),
      asAt: timeOfDay(now, timezone),
    };
    return this.pages.show(reply, 'pages/support/list.njk', page);
  }
}
