import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InstanceInfo } from '../instance/instance-info';
import { homeOf } from '../navigation/navigation';
import { INSTANCE_INFO } from '../ports';
import { Public } from '../sign-in/public.decorator';
import { Pages } from '../views/pages';

@Controller()
export class HomeController {
  constructor(
    private readonly pages: Pages,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
  ) {}

  /** To the role's first page; someone who is not signed in chooses a persona, or signs in where data is real. */
  @Public()
  @Get('/')
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    if (request.actor !== undefined) return this.pages.redirect(reply, homeOf(request.actor.role));
    const { synthetic } = await this.instance.read();
    return this.pages.redirect(reply, synthetic ? '/personas' : '/sign-in');
  }

  @Get('/welcome')
  welcome(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'home/welcome.njk', {});
  }
}
