import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localDate, type StaffActor } from '#libs/domain';
import { calendarVersions, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { DraftFlow, type DrawForm } from '../change-proposals/draft-flow';
import { holidaysPage, hoursPage } from './calendar-form.page';
import { holidaysRawOf, readHolidays, type HolidaysRaw } from './holidays.form';
import { hoursRawOf, readHours, type CalendarBase, type HoursRaw } from './hours.form';

const HOURS = 'pages/calendars/hours.njk';
const HOLIDAYS = 'pages/calendars/holidays.njk';

@Controller('/calendars')
export class CalendarDraftController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly drafts: DraftFlow,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  /** Policies and calendars are read on one page. */
  @ForAct('see-policies')
  @Get()
  list(@Res() reply: FastifyReply): FastifyReply {
    return this.pages.redirect(reply, '/policies#calendars');
  }

  @ForAct('propose-change')
  @Get('/:id/hours/new')
  async openHours(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Res() reply: FastifyReply) {
    const base = await this.base(actor, id);
    return this.pages.show(reply, HOURS, hoursPage({ base, raw: hoursRawOf(base), errors: [] }));
  }

  @ForAct('propose-change')
  @Post('/:id/hours/new')
  async draftHours(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.base(actor, id);
    const path = `/calendars/${base.id}/hours/new`;
    const form = readHours(request.body, base, this.settings.area.timezone);
    const draw: DrawForm<HoursRaw> = (sent, status) =>
      this.pages.show(reply, HOURS, hoursPage({ base, ...sent }), status);
    return this.drafts.post(actor, { request, reply }, { form, path, draw });
  }

  @ForAct('propose-change')
  @Get('/:id/holidays/new')
  async openHolidays(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Res() reply: FastifyReply) {
    const base = await this.base(actor, id);
    return this.pages.show(reply, HOLIDAYS, holidaysPage({ base, raw: holidaysRawOf(base), errors: [] }));
  }

  @ForAct('propose-change')
  @Post('/:id/holidays/new')
  async draftHolidays(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.base(actor, id);
    const path = `/calendars/${base.id}/holidays/new`;
    const form = readHolidays(request.body, base, this.settings.area.timezone);
    const draw: DrawForm<HolidaysRaw> = (sent, status) =>
      this.pages.show(reply, HOLIDAYS, holidaysPage({ base, ...sent }), status);
    return this.drafts.post(actor, { request, reply }, { form, path, draw });
  }

  /** The newest version, in force or not: the next one is drafted from it. */
  private async base(actor: StaffActor, id: string): Promise<CalendarBase> {
    return this.work.read(actor, async (manager, now) => {
      const newest = (await calendarVersions(manager)).find((line) => line.id === id);
      if (newest === undefined) throw notFound();
      const { version, hours } = newest;
      return { id: newest.id, version, hours, today: localDate(now, hours.timezone) };
    });
  }
}
