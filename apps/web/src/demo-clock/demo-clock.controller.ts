import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { badRequest, notFound, Problem } from '../errors/problem';
import type { InstanceInfo } from '../instance/instance-info';
import { DEMO_CLOCK, INSTANCE_INFO } from '../ports';
import { readFields } from '../request-reading/read-fields';
import { safeReturnPath } from '../request-reading/safe-path';
import { CurrentActor } from '../sign-in/current-actor.decorator';
import { ForEveryone } from '../sign-in/for-everyone.decorator';
import { Pages } from '../views/pages';
import { CANNOT_RESET } from './demo-clock.copy';
import { DEMO_STEPS, type DemoClock } from './demo-clock';

/** Long enough for the seeded databases to be put back on a small machine. */
const SECONDS_UNTIL_BACK = 12;

/** Moves the service's time forward, or puts the seeded state back. Where data is real there is no such thing. */
@Controller('/demo-clock')
export class DemoClockController {
  constructor(
    private readonly pages: Pages,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
    @Inject(DEMO_CLOCK) private readonly clock: DemoClock,
  ) {}

  @ForEveryone()
  @Post('/advance')
  async advance(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.refuseWhereDataIsReal();
    const { raw, idempotencyKey } = readFields(request.body, { single: ['by', 'returnTo'] });
    const by = DEMO_STEPS.find((step) => step === raw.by);
    if (by === undefined) throw badRequest('The demo clock has no such step.');
    await this.clock.advance(actor, { by, idempotencyKey });
    return this.pages.redirect(reply, safeReturnPath(raw.returnTo));
  }

  @ForEveryone()
  @Post('/reset')
  @HttpCode(200)
  async reset(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await this.refuseWhereDataIsReal();
    readFields(request.body, { single: [] });
    if (!this.clock.canReset) throw new Problem('conflict', { detail: CANNOT_RESET });
    // The person signed in is part of what is put back, so the way on is the personas page.
    reply.header('refresh', `${SECONDS_UNTIL_BACK}; url=/personas`);
    const shown = await this.pages.show(reply, 'demo-clock/resetting.njk', { seconds: SECONDS_UNTIL_BACK });
    await this.clock.reset();
    return shown;
  }

  private async refuseWhereDataIsReal(): Promise<void> {
    const { synthetic } = await this.instance.read();
    if (!synthetic) throw notFound();
  }
}
