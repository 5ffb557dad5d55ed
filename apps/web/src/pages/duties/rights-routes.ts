import { Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import type { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import type { RightsShown } from './rights-reading';
import { rightsPage } from './rights.page';
import { sheetPage } from './sheet.page';

/** The rights of a case and the sheet that the person may keep, below whatever somebody comes from. */
export abstract class RightsRoutes {
  protected constructor(private readonly pages: Pages) {}

  /** Throws not-found for whoever may not read them here. */
  protected abstract read(actor: StaffActor, id: string): Promise<RightsShown>;

  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const page = rightsPage(await this.read(actor, id), takeNotice(request));
    return this.pages.show(reply, 'pages/duties/rights.njk', page);
  }

  @Get('/sheet')
  async sheet(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const page = sheetPage(await this.read(actor, id), { easy: false });
    return this.pages.show(reply, 'pages/duties/sheet.njk', page);
  }

  @Get('/sheet/easy-read')
  async easySheet(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const page = sheetPage(await this.read(actor, id), { easy: true });
    return this.pages.show(reply, 'pages/duties/sheet.njk', page);
  }
}
