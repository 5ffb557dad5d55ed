import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeadlinePolicy, StaffActor } from '#libs/domain';
import { calendarVersions, policyVersions, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { DraftFlow } from '../change-proposals/draft-flow';
import { faultFields, rawOf, readPolicy, type PolicyRaw } from './policy.form';
import { policyFormPage } from './policy-form.page';

@Controller('/policies/:id/new')
export class PolicyDraftController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly drafts: DraftFlow,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('propose-change')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.base(actor, id);
    return this.draw(reply, { ...base, raw: rawOf(base.policy), errors: [] });
  }

  @ForAct('propose-change')
  @Post()
  async draft(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.base(actor, id);
    const form = readPolicy(request.body, base.policy, this.settings.area.timezone);
    return this.drafts.post(
      actor,
      { request, reply },
      {
        form,
        path: `/policies/${base.policy.id}/new`,
        fields: faultFields(base.policy),
        draw: (sent, status) => this.draw(reply, { ...base, ...sent }, status),
      },
    );
  }

  /** The newest version, in force or not: the next one is drafted from it. */
  private async base(actor: StaffActor, id: string) {
    return this.work.read(actor, async (manager) => {
      const newest = (await policyVersions(manager)).find(({ policy }) => policy.id === id);
      if (newest === undefined) throw notFound();
      const calendars = [...new Set((await calendarVersions(manager)).map((line) => line.id))];
      return { policy: newest.policy, calendars };
    });
  }

  private draw(
    reply: FastifyReply,
    page: {
      policy: DeadlinePolicy;
      calendars: readonly string[];
      raw: PolicyRaw;
      errors: readonly FieldError[];
      idempotencyKey?: string;
    },
    status = 200,
  ): Promise<FastifyReply> {
    return this.pages.show(reply, 'pages/policies/new.njk', policyFormPage(page), status);
  }
}
