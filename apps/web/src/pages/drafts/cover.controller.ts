import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { safeReturnPath } from '../../request-reading/safe-path';
import { Pages } from '../../views/pages';
import { ForEveryone } from '../../sign-in/for-everyone.decorator';

/** A page with nothing on it, for when somebody comes near. It knows the way back and nothing else. */
@Controller('/cover')
export class CoverController {
  constructor(private readonly pages: Pages) {}

  @ForEveryone()
  @Get()
  cover(@Query('back') back: unknown, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'pages/drafts/cover.njk', { backHref: safeReturnPath(back) });
  }
}
