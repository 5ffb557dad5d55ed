import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { StaffActor } from '#libs/domain';
import { promiseFigure, promiseMonths } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { REPORTS } from '../../../casework/tokens';
import { Problem } from '../../../errors/problem';
import type { InstanceInfo } from '../../../instance/instance-info';
import { readMonth } from '../../../pages/promise/promise.form';
import { INSTANCE_INFO } from '../../../ports';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { WAY_OUT } from './live-figures.copy';
import { PromiseMonthQuery } from './promise.query.dto';
import { PromiseFigureView, promiseFigureView } from './promise.view';

@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures/promise')
export class PromiseController {
  constructor(
    @InjectDataSource(REPORTS) private readonly reports: DataSource,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-county-figure')
  @Answers({
    id: 'readPromiseFigure',
    summary: 'The contact promise of one month, county-wide, with both limbs',
    type: PromiseFigureView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Query() { month }: PromiseMonthQuery,
  ): Promise<PromiseFigureView> {
    await this.requireMonth(month);
    return promiseFigureView(await promiseFigure(this.reports, `${month}-01`), actor.role);
  }

  /** Before the first referral and after this month there is no figure: refused, with the address of one. */
  private async requireMonth(month: string): Promise<void> {
    const months = await promiseMonths(this.reports);
    const { serviceNow: now } = await this.instance.read();
    const choice = readMonth(month, { months, now, timezone: this.settings.area.timezone });
    if (choice.kind === 'valid') return;
    const detail = WAY_OUT(`/api/v1/figures/promise?month=${choice.monthOn.slice(0, 7)}`);
    throw new Problem('invalid-input', { detail, errors: choice.errors });
  }
}
