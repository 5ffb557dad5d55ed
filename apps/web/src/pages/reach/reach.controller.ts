import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { loadPrevalence } from '#libs/config';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, reachReleases } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { unknownFilter } from '../figure-filters/unknown-filter';
import { REACH } from './reach.copy';
import { reachPage } from './reach.page';

@Controller('/figures/reach')
export class ReachController {
  private readonly findings = loadPrevalence();

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
    const releases = await this.work.read(actor, (manager) => reachReleases(manager));
    const { year } = given;
    const asked = year === undefined || year === '' ? undefined : year;
    const found = releases.find((one) => String(one.year) === asked);
    const wrong = asked !== undefined && found === undefined;
    const errors = [
      ...(wrong ? [{ field: 'year', message: REACH.wrongYear }] : []),
      ...unknownFilter(given, { known: ['year'], field: 'year' }),
    ];
    const page = reachPage({
      releases,
      chosen: found ?? releases[0],
      errors,
      findings: this.findings,
      timezone: this.settings.area.timezone,
    });
    return this.pages.show(reply, 'pages/reach/reach.njk', page, errors.length > 0 ? 400 : 200);
  }
}
