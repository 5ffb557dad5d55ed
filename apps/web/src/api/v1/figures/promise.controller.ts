import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { StaffActor } from '#libs/domain';
import { promiseFigure } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { REPORTS } from '../../../casework/tokens';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { PromiseMonthQuery } from './promise.query.dto';
import { PromiseFigureView, promiseFigureView } from './promise.view';

@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures/promise')
export class PromiseController {
  constructor(@InjectDataSource(REPORTS) private readonly reports: DataSource) {}

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
    return promiseFigureView(await promiseFigure(this.reports, `${month}-01`), actor.role);
  }
}
