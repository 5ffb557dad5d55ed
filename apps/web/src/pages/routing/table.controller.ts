import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayDo, type StaffActor } from '#libs/domain';
import {
  PostgresUnitOfWork,
  routingDraftsOf,
  routingTableVersions,
  waitingProposals,
} from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import { readNames } from './routing-names';
import { tablePage } from './table.page';

/** How people are routed: the rules in their order, in words, with the windows and every version. */
@Controller('/routing')
export class RoutingTableController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-routing-table')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const mayDraft = mayDo(actor, 'propose-change');
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      names: await readNames(manager, now),
      versions: await routingTableVersions(manager),
      drafts: mayDraft ? await routingDraftsOf(manager, actor.userId) : [],
      waiting: mayDo(actor, 'see-proposals')
        ? (await waitingProposals(manager)).filter(({ kind }) => kind === 'routing')
        : [],
    }));
    const { timezone } = this.settings.area;
    const page = tablePage({ ...read, actor, mayDraft, timezone, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/routing/table.njk', page);
  }
}
