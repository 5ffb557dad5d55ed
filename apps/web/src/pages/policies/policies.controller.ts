import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import {
  attemptPolicyVersions,
  calendarVersions,
  policyVersions,
  PostgresUnitOfWork,
  waitingProposals,
} from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { requireAct } from '../form-acts/form-act';
import { policiesPage } from './policies.page';

@Controller('/policies')
export class PoliciesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @Get()
  async show(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    requireAct(actor, 'see-policies');
    const { now, ...lines } = await this.work.read(actor, async (manager, now) => ({
      now,
      policies: await policyVersions(manager),
      calendars: await calendarVersions(manager),
      attempts: await attemptPolicyVersions(manager),
      waiting: (await waitingProposals(manager)).length,
    }));
    const page = policiesPage(lines, { actor, now, timezone: this.settings.area.timezone });
    return this.pages.show(reply, 'pages/policies/policies.njk', page);
  }
}
