import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CaseId, StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { requireAct } from '../form-acts/form-act';
import { takeNotice } from '../notices/notice';
import { RightsReading } from './rights-reading';
import { rightsPage } from './rights.page';
import { sheetPage } from './sheet.page';

/** The rights of a case, and the sheet that the person may keep. */
@Controller('/cases/:id/rights')
export class CaseRightsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RightsReading,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'see-rights');
    const parts = await this.reading.ofCase(actor, 'see-rights', id);
    return this.pages.show(reply, 'pages/duties/rights.njk', rightsPage(parts, takeNotice(request)));
  }

  @Get('/sheet')
  sheet(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.drawSheet(actor, { id, easy: false }, reply);
  }

  @Get('/sheet/easy-read')
  easySheet(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.drawSheet(actor, { id, easy: true }, reply);
  }

  private async drawSheet(
    actor: StaffActor,
    { id, easy }: { readonly id: CaseId; readonly easy: boolean },
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'see-rights');
    const parts = await this.reading.ofCase(actor, 'see-rights', id);
    return this.pages.show(reply, 'pages/duties/sheet.njk', sheetPage(parts, { easy }));
  }
}
