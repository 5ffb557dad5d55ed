import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SafeguardingTaskId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, safeguardingTasks } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { pageOf, placeOf, readPlace, ROWS_READ } from '../list-places/place';
import { takeNotice } from '../notices/notice';
import { listPage } from './safeguarding.page';

@Controller('/safeguarding')
export class SafeguardingListsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-safeguarding')
  @Get()
  live(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.list(actor, { live: true, after, request, reply });
  }

  @ForAct('see-safeguarding')
  @Get('/done')
  done(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.list(actor, { live: false, after, request, reply });
  }

  private async list(
    actor: StaffActor,
    asked: { live: boolean; after: unknown; request: FastifyRequest; reply: FastifyReply },
  ): Promise<FastifyReply> {
    const { live, request, reply } = asked;
    const after = readPlace<SafeguardingTaskId>(asked.after);
    const { found, now } = await this.work.read(actor, async (manager, at) => ({
      found: await safeguardingTasks(manager, { live, after, limit: ROWS_READ }),
      now: at,
    }));
    const path = live ? '/safeguarding' : '/safeguarding/done';
    const { rows, nextPath: nextHref } = pageOf(found, {
      path,
      after: ({ id, dueAt, settledAt }) => placeOf({ id, at: settledAt ?? dueAt }),
    });
    const { timezone } = this.settings.area;
    const page = listPage(rows, { now, timezone, nextHref, live, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/safeguarding/list.njk', page);
  }
}
