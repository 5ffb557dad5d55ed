import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor, SupportTaskId } from '#libs/domain';
import { awayAmong, PostgresUnitOfWork, supportTasks, workingHere, type TaskList } from '#libs/persistence';
import { timeOfDay } from '../../formatting/moments';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { pageOf, placeOf, readPlace, ROWS_READ } from '../list-places/place';
import { takeNotice } from '../notices/notice';
import { LIST } from './support.copy';
import { taskLines } from './task-line.page';

const LIST_KEYS = ['live', 'mine', 'reviews', 'planned'] as const;
type ListKey = (typeof LIST_KEYS)[number];

const LISTS: Readonly<
  Record<
    ListKey,
    { readonly which: TaskList; readonly path: string; readonly title: string; readonly intro: string }
  >
> = {
  live: { which: 'live', path: '/support-tasks', title: LIST.title, intro: LIST.intro },
  mine: { which: 'live', path: '/support-tasks/mine', title: LIST.mineTitle, intro: LIST.mineIntro },
  reviews: {
    which: 'reviews',
    path: '/support-tasks/reviews',
    title: LIST.reviewsTitle,
    intro: LIST.reviewsIntro,
  },
  planned: {
    which: 'planned',
    path: '/support-tasks/planned',
    title: LIST.plannedTitle,
    intro: LIST.plannedIntro,
  },
};

@Controller('/support-tasks')
export class SupportTaskListController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-support')
  @Get()
  live(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.list(actor, { list: 'live', after, request, reply });
  }

  @ForAct('see-support')
  @Get('/planned')
  planned(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.list(actor, { list: 'planned', after, request, reply });
  }

  @ForAct('see-support')
  @Get('/mine')
  mine(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.list(actor, { list: 'mine', after, request, reply });
  }

  @ForAct('see-support')
  @Get('/reviews')
  reviews(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.list(actor, { list: 'reviews', after, request, reply });
  }

  private async list(
    actor: StaffActor,
    asked: { list: ListKey; after: unknown; request: FastifyRequest; reply: FastifyReply },
  ): Promise<FastifyReply> {
    const { list, request, reply } = asked;
    const { which, path, title, intro } = LISTS[list];
    const after = readPlace<SupportTaskId>(asked.after);
    const { found, worksHere, away, now } = await this.work.read(actor, async (manager, at) => {
      const tasks = await supportTasks(manager, {
        which,
        ownerUserId: list === 'mine' ? actor.userId : undefined,
        after,
        limit: ROWS_READ,
      });
      const owners = tasks.map(({ ownerUserId }) => ownerUserId);
      return {
        found: tasks,
        worksHere: await workingHere(manager, owners),
        away: await awayAmong(manager, owners),
        now: at,
      };
    });
    const { rows, nextPath: nextHref } = pageOf(found, {
      path,
      after: ({ id, dueAt }) => placeOf({ id, at: dueAt }),
    });
    const nameOf = await this.colleagues.names(
      rows.map(({ ownerUserId }) => ownerUserId),
      actor.userId,
    );
    const { timezone } = this.settings.area;
    const page = {
      title,
      intro,
      nothing: LIST.none,
      others: LIST_KEYS.filter((key) => key !== list).map((key) => ({
        text: LIST[key],
        href: LISTS[key].path,
      })),
      when: list === 'planned' ? 'Day' : 'Due',
      rows: taskLines(rows, { now, timezone, nameOf, worksHere, away }),
      nextHref,
      notice: takeNotice(request),
      asAt: timeOfDay(now, timezone),
    };
    return this.pages.show(reply, 'pages/support/list.njk', page);
  }
}
