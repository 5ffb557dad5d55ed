import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, reachReleases } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { ReachQuery } from './reach.query.dto';
import { ReachView, reachView } from './reach.view';

@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures/reach')
export class ReferralReachController {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  @ForAct('see-coverage')
  @Answers({
    id: 'readReach',
    summary: 'Who was referred, reached and came to support in a year, by sex, age band and ethnic group',
    description:
      'Published once a year for the whole area, three months after the year has ended, under the disclosure rule that each table names. Nothing is published for districts.',
    type: ReachView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async read(@CurrentActor() actor: StaffActor, @Query() { year }: ReachQuery): Promise<ReachView> {
    const releases = await this.unitOfWork.read(actor, (manager) => reachReleases(manager));
    const found = releases.find((release) => year === undefined || String(release.year) === year);
    if (found === undefined && year !== undefined) throw notFound();
    return reachView(found);
  }
}
