import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import { RotaReading } from './rota-reading';
import { rotaPage } from './rota.page';
import { WhoNowReading } from './who-now.reading';

@Controller('/rota')
export class RotaController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RotaReading,
    private readonly whoNow: WhoNowReading,
  ) {}

  @ForAct('see-rota')
  @Get()
  async week(
    @CurrentActor() actor: StaffActor,
    @Query('week') week: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.reading.week(actor, week);
    const whoNow = await this.whoNow.read(actor);
    const page = rotaPage(read, { actor, whoNow, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/rota/rota.njk', page);
  }
}
