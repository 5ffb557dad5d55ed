import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { openPoliceTasks, PostgresUnitOfWork } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { requireAct } from '../form-acts/form-act';
import { listPlace, PAGE_LENGTH } from './list-place';
import { waitingPage } from './task-list.page';

/** What police teams have been asked, for those who wait for the answer. */
@Controller('/police-tasks')
export class WaitingController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'see-police-tasks');
    const place = listPlace('/police-tasks', after);
    const { rows, now } = await this.work.read(actor, async (manager, at) => ({
      now: at,
      rows: await openPoliceTasks(manager, { after: place.after, limit: PAGE_LENGTH + 1 }),
    }));
    const reading = { now, timezone: this.settings.area.timezone, nextHref: place.nextOf(rows) };
    return this.pages.show(
      reply,
      'pages/police-tasks/list.njk',
      waitingPage(rows.slice(0, PAGE_LENGTH), reading),
    );
  }
}
