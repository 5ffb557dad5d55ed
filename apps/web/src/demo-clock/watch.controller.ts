import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MINUTE, plus, type DeadlineId, type StaffActor } from '#libs/domain';
import { nextDeadlineToPass, PostgresUnitOfWork, watchedDeadline } from '#libs/persistence';
import { notFound } from '../errors/problem';
import type { InstanceInfo } from '../instance/instance-info';
import { DEMO_CLOCK, INSTANCE_INFO } from '../ports';
import { readFields } from '../request-reading/read-fields';
import { SafeIdPipe } from '../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../settings';
import { CurrentActor } from '../sign-in/current-actor.decorator';
import { ForRoles } from '../sign-in/for-roles.decorator';
import { Pages } from '../views/pages';
import type { DemoClock } from './demo-clock';
import { watchPage, watchStartPage } from './watch.page';

/** Sets the clock a minute before a deadline, to see what the service does when nobody has called in time. */
@ForRoles('duty-lead', 'first-responder')
@Controller('/demo-clock/watch')
export class WatchController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
    @Inject(DEMO_CLOCK) private readonly clock: DemoClock,
  ) {}

  @Get()
  async start(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await this.refuseWhereDataIsReal();
    const { timezone } = this.settings.area;
    const page = await this.work.read(actor, async (manager, now) =>
      watchStartPage({ next: await nextDeadlineToPass(manager, now), now, timezone }),
    );
    return this.pages.show(reply, 'demo-clock/watch-start.njk', page);
  }

  @Post()
  @HttpCode(303)
  async setClock(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.refuseWhereDataIsReal();
    const { idempotencyKey } = readFields(request.body, { single: [] });
    const next = await this.work.read(actor, nextDeadlineToPass);
    if (next === null) return this.pages.redirect(reply, '/demo-clock/watch');
    await this.clock.advance(actor, { by: { until: plus(next.dueAt, -MINUTE) }, idempotencyKey });
    return this.pages.redirect(reply, `/demo-clock/watch/${next.deadlineId}`);
  }

  @Get('/:id')
  async watch(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.refuseWhereDataIsReal();
    const { inboxUrl, area } = this.settings;
    const page = await this.work.read(actor, async (manager, now) => {
      const watched = await watchedDeadline(manager, id as DeadlineId);
      return watched && watchPage({ watched, now, timezone: area.timezone, inboxUrl });
    });
    if (page === null) throw notFound();
    return this.pages.show(reply, 'demo-clock/watch.njk', page);
  }

  private async refuseWhereDataIsReal(): Promise<void> {
    const { synthetic } = await this.instance.read();
    if (!synthetic) throw notFound();
  }
}
