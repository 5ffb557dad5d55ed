import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { afterYear, OFFENCE_DEFINITIONS, type StaffActor } from '#libs/domain';
import { coverageQuarters, coverageReleaseOf, heldOffences, PostgresUnitOfWork } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { unknownFilter } from '../figure-filters/unknown-filter';
import { COVERAGE } from './coverage.copy';
import { coveragePage } from './coverage.page';

@Controller('/figures/coverage')
export class CoverageController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-coverage')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query() given: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { area } = this.settings;
    const { year, offences } = given;
    const { page, wrong } = await this.work.read(actor, async (manager) => {
      const quarters = await coverageQuarters(manager);
      const quarter = quarters.find((one) => one === year);
      const wrongYear = isAsked(year) && quarter === undefined;
      const asked = OFFENCE_DEFINITIONS.find((one) => one === offences);
      const wrongDefinition = isAsked(offences) && asked === undefined;
      const chosen = quarter ?? quarters[0];
      const release = chosen === undefined ? null : await coverageReleaseOf(manager, chosen);
      const held =
        release === null
          ? []
          : await heldOffences(manager, { first: release.first, after: afterYear(release.quarter) });
      const definition =
        asked ??
        OFFENCE_DEFINITIONS.find((one) => held.some((count) => count.definition === one)) ??
        'sexual-offences';
      const errors = [
        ...(wrongYear ? [{ field: 'year', message: COVERAGE.wrongYear }] : []),
        ...(wrongDefinition ? [{ field: 'offences', message: COVERAGE.wrongDefinition }] : []),
        ...unknownFilter(given, { known: ['year', 'offences'], field: 'year' }),
      ];
      const shown = { quarters, release, definition, held, errors, area };
      return { page: coveragePage(shown), wrong: errors.length > 0 };
    });
    return this.pages.show(reply, 'pages/coverage/coverage.njk', page, wrong ? 400 : 200);
  }
}

function isAsked(value: unknown): boolean {
  return value !== undefined && value !== '';
}
