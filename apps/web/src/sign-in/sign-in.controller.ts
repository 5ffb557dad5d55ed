import { Controller, Get, Inject, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../errors/refusal';
import type { InstanceInfo } from '../instance/instance-info';
import { homeOf } from '../navigation/navigation';
import { INSTANCE_INFO } from '../ports';
import { safeReturnPath } from '../request-reading/safe-path';
import { WEB_SETTINGS, type WebSettings } from '../settings';
import { Pages } from '../views/pages';
import { Public } from './public.decorator';
import './session-data';
import { SignInFlow } from './sign-in-flow';
import { SIGN_IN_REFUSALS } from './sign-in.copy';

const PERSONA = /^[a-z0-9-]{1,40}$/;

@Public()
@Controller()
export class SignInController {
  constructor(
    private readonly pages: Pages,
    private readonly flow: SignInFlow,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
  ) {}

  /** A link and not a form: browsers would hold the form's policy against the issuer's own redirects. */
  @UseGuards(ThrottlerGuard)
  @Get('/sign-in')
  async start(
    @Query('persona') persona: unknown,
    @Query('next') next: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (request.host !== new URL(this.settings.publicUrl).host) return this.atPublicUrl(request, reply);
    const { address, pending } = await this.flow.start(safeReturnPath(next), await this.hint(persona));
    request.session.pendingSignIn = pending;
    return this.pages.redirect(reply, address.href);
  }

  @UseGuards(ThrottlerGuard)
  @Get('/sign-in/callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const pending = request.session.pendingSignIn;
    request.session.pendingSignIn = undefined;
    const outcome = await this.flow.complete(request.url, pending);
    if (outcome.kind === 'refused') return refuse(outcome, SIGN_IN_REFUSALS);
    // A new session id: one that somebody knew before signing in is worth nothing afterwards.
    await request.session.regenerate();
    request.session.signedIn = outcome.session;
    const { actor, returnTo } = outcome;
    return this.pages.redirect(reply, returnTo === '/' ? homeOf(actor.role) : returnTo);
  }

  @Post('/sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await request.session.destroy();
    reply.header('clear-site-data', '"cache", "cookies", "storage"');
    return this.pages.redirect(reply, '/signed-out');
  }

  @Get('/signed-out')
  signedOut(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'sign-in/signed-out.njk', {});
  }

  /** Opened under another name of this machine: the issuer leads back to ours, where that session is not known. */
  private atPublicUrl(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const query = /\?.*$/.exec(request.url)?.[0] ?? '';
    return this.pages.redirect(reply, `${this.settings.publicUrl}/sign-in${query}`);
  }

  /** Only a synthetic instance may say in advance who is coming. */
  private async hint(persona: unknown): Promise<string | undefined> {
    if (typeof persona !== 'string' || !PERSONA.test(persona)) return undefined;
    const { synthetic } = await this.instance.read();
    return synthetic ? persona : undefined;
  }
}
