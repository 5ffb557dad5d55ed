import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WEB_SETTINGS, type WebSettings } from '../settings';
import { Public } from '../sign-in/public.decorator';
import { Pages } from '../views/pages';
import { findSupportPage } from './find-support.page';

@Public()
@Controller()
export class StaticPagesController {
  constructor(
    private readonly pages: Pages,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @Get('/accessibility')
  accessibility(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'static-pages/accessibility.njk', {});
  }

  /** For anyone: no cookie is set, nothing is counted and no script is needed. */
  @Get('/find-support')
  findSupport(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'static-pages/find-support.njk', findSupportPage(this.settings.area));
  }

  @Get('/find-support/leaving')
  leaving(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'static-pages/leaving.njk', findSupportPage(this.settings.area));
  }

  /**
   * The way out: an ordinary page of somebody else's. What the browser kept of ours is dropped, so that its Back
   * button has to ask us again; nobody is signed out, since another site may send a browser here too.
   */
  @Get('/find-support/leave')
  leave(@Res() reply: FastifyReply): FastifyReply {
    reply.header('clear-site-data', '"cache"');
    return this.pages.redirect(reply, this.settings.area.support.leaveTo);
  }
}
