import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { afterYear, type StaffActor } from '#libs/domain';
import { coverageQuarters, coverageReleaseOf, heldOffences, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { CoverageQuery } from './coverage.query.dto';
import { CoverageView, coverageView } from './coverage.view';

@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures/coverage')
export class ReferralCoverageController {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  @ForAct('see-coverage')
  @Answers({
    id: 'readCoverage',
    summary: 'Referrals by the police beside recorded offences, by district, in twelve months',
    description:
      'Referrals are published once, a month after the quarter that ends the months: 1 to 7 hidden, others rounded to the nearest 5. What cannot be compared is not divided, and says why. Counts of different definitions are never added.',
    type: CoverageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  read(
    @CurrentActor() actor: StaffActor,
    @Query() { quarter, definition = 'sexual-offences' }: CoverageQuery,
  ): Promise<CoverageView> {
    return this.unitOfWork.read(actor, async (manager) => {
      const chosen = quarter ?? (await coverageQuarters(manager))[0];
      const release = chosen === undefined ? null : await coverageReleaseOf(manager, chosen);
      if (release === null && quarter !== undefined) throw notFound();
      const held =
        release === null
          ? []
          : await heldOffences(manager, { first: release.first, after: afterYear(release.quarter) });
      const offences = held.filter((one) => one.definition === definition);
      return coverageView(release, { definition, offences });
    });
  }
}
