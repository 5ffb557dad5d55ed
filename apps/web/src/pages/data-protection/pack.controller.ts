import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenPack, type PackOpened } from '#libs/casework';
import type { InformationRequestId, StaffActor } from '#libs/domain';
import { notFound, Problem } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { requireFreshFactor } from '../../sign-in/fresh-factor';
import { Pages } from '../../views/pages';
import { ACT_REFUSALS } from './act.copy';
import { packPage } from './pack.page';

/** The sealed pack, to read, print and save. Each asks for a second factor of the last minutes. */
@Controller('/data-protection/requests/:id')
export class PackController {
  constructor(
    private readonly pages: Pages,
    private readonly openPack: OpenPack,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('keep-data-requests')
  @Get('/pack')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.open(actor, id, request);
    const page = packPage(opened, this.settings.area.timezone);
    return this.pages.show(reply, 'pages/data-protection/pack.njk', page);
  }

  @ForAct('keep-data-requests')
  @Get('/pack.json')
  async save(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { json } = await this.open(actor, id, request);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="pack.json"')
      .send(json);
  }

  private async open(
    actor: StaffActor,
    id: InformationRequestId,
    request: FastifyRequest,
  ): Promise<Extract<PackOpened, { kind: 'opened' }>> {
    requireFreshFactor(request);
    const opened = await this.openPack.execute(actor, id);
    if (opened.kind === 'not-found') throw notFound();
    if (opened.kind === 'refused')
      throw new Problem('conflict', { detail: ACT_REFUSALS.unreadable.sentence });
    return opened;
  }
}
