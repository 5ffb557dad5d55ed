import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AreaPack, AreaPolicy } from '#libs/config';
import type { StaffActor } from '#libs/domain';
import {
  attemptPolicyVersions,
  calendarVersions,
  pagingLadders,
  policyVersions,
  PostgresUnitOfWork,
  waitingProposals,
} from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { policiesPage } from './policies.page';

@Controller('/policies')
export class PoliciesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('see-policies')
  @Get()
  async show(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { now, ...lines } = await this.work.read(actor, async (manager, now) => ({
      now,
      policies: await policyVersions(manager),
      calendars: await calendarVersions(manager),
      attempts: await attemptPolicyVersions(manager),
      ladders: await pagingLadders(manager),
      waiting: (await waitingProposals(manager)).length,
    }));
    const { timezone, policies } = this.pack;
    const page = policiesPage(lines, { actor, now, timezone, illustrative: wordsOf(policies) });
    return this.pages.show(reply, 'pages/policies/policies.njk', page);
  }
}

/** What is said beside a version that came with an area pack and that nobody there has promised. */
function wordsOf(
  policies: readonly AreaPolicy[],
): (version: { id: string; version: number }) => string | undefined {
  return ({ id, version }) =>
    policies.find(({ policy }) => policy.id === id && policy.version === version)?.illustrative ?? undefined;
}
