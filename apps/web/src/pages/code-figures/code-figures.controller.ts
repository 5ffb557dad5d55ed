import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { codeReleaseMonths, codeReleaseOf, codeVersions, PostgresUnitOfWork } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { unknownFilter } from '../figure-filters/unknown-filter';
import { CODE_FIGURES } from './code-figures.copy';
import { codeFiguresPage } from './code-figures.page';

@Controller('/figures/victims-code')
export class CodeFiguresController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-code-figures')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query() given: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { timezone } = this.settings.area;
    const { quarter: asked } = given;
    const { page, wrong } = await this.work.read(actor, async (manager) => {
      const months = await codeReleaseMonths(manager);
      const isWrong = asked !== undefined && asked !== '' && !months.includes(String(asked));
      const month = isWrong || typeof asked !== 'string' || asked === '' ? months[0] : asked;
      const release = month === undefined ? null : await codeReleaseOf(manager, month);
      const errors = [
        ...(isWrong ? [{ field: 'quarter', message: CODE_FIGURES.wrongQuarter }] : []),
        ...unknownFilter(given, { known: ['quarter'], field: 'quarter' }),
      ];
      const versions = await codeVersions(manager);
      return {
        page: codeFiguresPage(release, { months, versions, timezone, errors }),
        wrong: errors.length > 0,
      };
    });
    return this.pages.show(reply, 'pages/code-figures/code-figures.njk', page, wrong ? 400 : 200);
  }
}
