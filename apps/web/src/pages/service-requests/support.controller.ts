import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CaseId, StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import { SupportReading } from '../support/support-reading';
import { RequestReading } from './request-reading';
import { supportPage } from './support.page';

@Controller('/cases/:id/support')
export class SupportController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RequestReading,
    private readonly besides: SupportReading,
  ) {}

  @ForAct('see-requests')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.reading.ofCase(actor, 'see-requests', id);
    const panel = await this.besides.panel(actor, id);
    const page = { ...supportPage({ ...parts, notice: takeNotice(request) }), panel };
    return this.pages.show(reply, 'pages/service-requests/support.njk', page);
  }
}
