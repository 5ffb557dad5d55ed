import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../sign-in/public.decorator';
import { Pages } from '../views/pages';

@Public()
@Controller()
export class StaticPagesController {
  constructor(private readonly pages: Pages) {}

  @Get('/accessibility')
  accessibility(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'static-pages/accessibility.njk', {});
  }

  @Get('/find-support')
  findSupport(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'static-pages/find-support.njk', {});
  }
}
