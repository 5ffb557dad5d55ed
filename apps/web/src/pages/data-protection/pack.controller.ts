import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpenPack, type PackOpened } from '#libs/casework';
import type { InformationRequestId, StaffActor } from '#libs/domain';
import { notFound, Problem } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { WithFreshFactor } from '../../sign-in/with-fresh-factor.decorator';
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
  @WithFreshFactor()
  @Get('/pack')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.open(actor, id);
    const page = packPage(opened, this.settings.area.timezone);
    return this.pages.show(reply, 'pages/data-protection/pack.njk', page);
  }

  @ForAct('keep-data-requests')
  @WithFreshFactor()
  @Get('/pack.json')
  async save(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { json } = await this.open(actor, id);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="pack.json"')
      .send(json);
  }

  private async open(
    actor: StaffActor,
    id: InformationRequestId,
  ): Promise<Extract<PackOpened, { kind: 'opened' }>> {
    const opened = await this.openPack.execute(actor, id);
    if (opened.kind === 'not-found') throw notFound();
    if (opened.kind === 'refused')
      throw new Problem('conflict', { detail: ACT_REFUSALS.unreadable.sentence });
    return opened;
  }
}
