import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { figureBuild, policyVersions, promiseFigure, promiseFigures, promiseMonths } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { REPORTS } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import type { InstanceInfo } from '../../instance/instance-info';
import { INSTANCE_INFO } from '../../ports';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { unknownFilter } from '../figure-filters/unknown-filter';
import { explainPage } from './explain.page';
import { readMonth, type MonthChoice } from './promise.form';
import { firstMonthShown } from './promise-history';
import { promisePage } from './promise.page';

@Controller('/promise')
export class PromiseController {
  constructor(
    private readonly pages: Pages,
    @InjectDataSource(REPORTS) private readonly reports: DataSource,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-county-figure')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query() given: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { choice, months } = await this.choose(given['month']);
    const { monthOn } = choice;
    const errors = [
      ...(choice.kind === 'invalid' ? choice.errors : []),
      ...unknownFilter(given, { known: ['month'], field: 'month' }),
    ];
    const page = promisePage({
      figures: await promiseFigures(this.reports, { from: firstMonthShown(monthOn), to: monthOn }),
      monthOn,
      monthsWithData: months,
      policies: await policyVersions(this.reports.manager),
      timezone: this.settings.area.timezone,
      errors,
      role: actor.role,
      progress: (await figureBuild(this.reports)).progress,
    });
    return this.pages.show(reply, 'pages/promise/promise.njk', page, errors.length > 0 ? 400 : 200);
  }

  @ForAct('see-county-figure')
  @Get('/explain')
  async explain(
    @Query('month') month: unknown,
    @Query('limb') limb: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { choice } = await this.choose(month);
    if (choice.kind === 'invalid' || typeof limb !== 'string') throw notFound();
    const page = explainPage({
      figure: await promiseFigure(this.reports, choice.monthOn),
      limb,
      policies: await policyVersions(this.reports.manager),
      timezone: this.settings.area.timezone,
    });
    if (page === undefined) throw notFound();
    return this.pages.show(reply, 'pages/promise/explain.njk', page);
  }

  private async choose(month: unknown): Promise<{ choice: MonthChoice; months: readonly string[] }> {
    const months = await promiseMonths(this.reports);
    const { serviceNow: now } = await this.instance.read();
    return { choice: readMonth(month, { months, now, timezone: this.settings.area.timezone }), months };
  }
}
