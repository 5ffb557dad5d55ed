import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { measureOf, type StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { measurePage } from './measure.page';
import { measuresPage } from './measures.page';

@Controller('/figures/measures')
export class MeasuresController {
  constructor(
    private readonly pages: Pages,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-measures')
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const page = measuresPage(this.settings.area.framework, actor);
    return this.pages.show(reply, 'pages/measures/measures.njk', page);
  }

  @ForAct('see-measures')
  @Get('/:measure')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('measure') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const measure = measureOf(id);
    if (measure === undefined) throw notFound();
    const page = measurePage(measure, this.settings.area.framework, actor);
    return this.pages.show(reply, 'pages/measures/measure.njk', page);
  }
}
