import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mayDo, type StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { FiguresReader } from './figures-reader';
import { explainFigurePage } from './explain/explain-figure.page';
import { readFigure } from './explain/explain-figure.form';
import { readFigures, type FiguresChoice } from './live-figures.form';
import { liveFiguresPage } from './live-figures.page';

@Controller('/figures/live')
export class LiveFiguresController {
  constructor(
    private readonly pages: Pages,
    private readonly figures: FiguresReader,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-live-figures')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query() given: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const months = await this.figures.offeredMonths();
    return this.showTable(actor, { choice: readFigures(given, { months }), months, reply });
  }

  @ForAct('see-live-figures')
  @Get('/explain')
  async explain(
    @CurrentActor() actor: StaffActor,
    @Query() given: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const months = await this.figures.offeredMonths();
    const choice = readFigure(given, { months });
    if (choice.kind === 'not-found') throw notFound();
    if (choice.kind === 'refused') return this.showTable(actor, { choice: choice.choice, months, reply });
    const { figure, live } = choice;
    const reading = await this.figures.read(actor, figure);
    const page = explainFigurePage(reading, {
      figure,
      live,
      timezone: this.settings.area.timezone,
      mayOpenCases: mayDo(actor, 'draw-figure-sample'),
    });
    if (page === undefined) throw notFound();
    return this.pages.show(reply, 'pages/live-figures/explain/explain-figure.njk', page);
  }

  private async showTable(
    actor: StaffActor,
    asked: {
      readonly choice: FiguresChoice;
      readonly months: readonly string[];
      readonly reply: FastifyReply;
    },
  ): Promise<FastifyReply> {
    const { choice, months, reply } = asked;
    const reading = await this.figures.read(actor, choice.asked);
    const page = liveFiguresPage({ reading, choice, months, timezone: this.settings.area.timezone });
    const status = choice.errors.length > 0 ? 400 : 200;
    return this.pages.show(reply, 'pages/live-figures/live-figures.njk', page, status);
  }
}
