import { Controller, Get, Inject, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '#libs/domain';
import type { InstanceInfo } from '../instance/instance-info';
import { INSTANCE_INFO } from '../ports';
import { safeReturnPath } from '../request-reading/safe-path';
import { WEB_SETTINGS, type WebSettings } from '../settings';
import { Pages } from '../views/pages';
import { CurrentActor } from './current-actor.decorator';
import { ForEveryone } from './for-everyone.decorator';
import './session-data';
import { SignInFlow } from './sign-in-flow';

/** Somebody who is signed in shows again that it is them; they come back through the usual callback. */
@Controller('/sign-in/again')
export class SignInAgainController {
  constructor(
    private readonly pages: Pages,
    private readonly flow: SignInFlow,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
  ) {}

  @ForEveryone()
  @UseGuards(ThrottlerGuard)
  @Get()
  async start(
    @CurrentActor() { userId }: StaffActor,
    @Query('next') next: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { synthetic } = await this.instance.read();
    const persona = synthetic ? this.settings.personas.find((known) => known.userId === userId) : undefined;
    const { address, pending } = await this.flow.start(safeReturnPath(next), persona?.key, userId);
    request.session.pendingSignIn = pending;
    return this.pages.redirect(reply, address.href);
  }
}
