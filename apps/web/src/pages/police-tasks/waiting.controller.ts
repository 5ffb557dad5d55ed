import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { openPoliceTasks, PostgresUnitOfWork } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ROWS_READ } from '../list-places/place';
import { listPlace } from './list-place';
import { waitingPage } from './task-list.page';

/** What police teams have been asked, for those who wait for the answer. */
@Controller('/police-tasks')
export class WaitingController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-police-tasks')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = listPlace('/police-tasks', after);
    const { found, now } = await this.work.read(actor, async (manager, at) => ({
      now: at,
      found: await openPoliceTasks(manager, { after: place.after, limit: ROWS_READ }),
    }));
    const { rows, nextPath: nextHref } = place.pageOf(found);
    const page = waitingPage(rows, { now, timezone: this.settings.area.timezone, nextHref });
    return this.pages.show(reply, 'pages/police-tasks/list.njk', page);
  }
}
