import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { callGridPage } from './call-grid.page';
import { CallGridReading } from './call-grid-reading';
import { readHour, readWeek } from './week';

@Controller('/board/calls')
export class CallGridController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: CallGridReading,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  /** A week of promised calls in counts; with `at`, the calls of one of its hours as a list beneath. */
  @ForAct('see-board')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query('week') week: unknown,
    @Query('at') at: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { timezone } = this.settings.area;
    const hour = readHour(at);
    const { now, ...grid } = await this.reading.read(actor, { asked: readWeek(week), timezone });
    const owners = grid.calls.map(({ ownerUserId }) => ownerUserId);
    const nameOf = await this.colleagues.names(owners, actor.userId);
    const page = callGridPage({ ...grid, hour, nameOf }, { now, timezone });
    return this.pages.show(reply, 'pages/call-grid/call-grid.njk', page);
  }
}
