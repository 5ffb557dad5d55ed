import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { StaffActor } from '#libs/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InstanceInfo } from '../instance/instance-info';
import { homeOf, moreFor } from '../navigation/navigation';
import { INSTANCE_INFO } from '../ports';
import { CurrentActor } from '../sign-in/current-actor.decorator';
import { ForEveryone } from '../sign-in/for-everyone.decorator';
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

  @ForEveryone()
  @Get('/welcome')
  welcome(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'home/welcome.njk', {});
  }

  /** What does not stand in the navigation of a role with many pages. */
  @ForEveryone()
  @Get('/more')
  more(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'home/more.njk', { links: moreFor(actor.role) });
  }
}
