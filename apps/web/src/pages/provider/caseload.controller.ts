import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayDo, type StaffActor } from '#libs/domain';
import type { CaseloadTab } from '#libs/persistence';
import { badRequest } from '../../errors/problem';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import { CASELOAD_VIEWS, caseloadPage } from './caseload.page';
import { ProviderLists } from './provider-lists';
import { readRequestPlace } from './request-place';

@Controller('/provider/caseload')
export class CaseloadController {
  constructor(
    private readonly pages: Pages,
    private readonly lists: ProviderLists,
  ) {}

  @ForAct('see-received-requests')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query('view') view: unknown,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const tab = readTab(view);
    const { requests, ...around } = await this.lists.caseload(actor, { tab, after: readRequestPlace(after) });
    const page = caseloadPage(requests, {
      ...around,
      tab,
      agencyId: actor.agencyId,
      notice: takeNotice(request),
      mayExport: mayDo(actor, 'export-requests'),
    });
    return this.pages.show(reply, 'pages/provider/caseload.njk', page);
  }
}

function readTab(view: unknown): CaseloadTab {
  if (view === undefined) return 'all';
  const tab = CASELOAD_VIEWS.find((name) => name === view);
  if (tab === undefined) throw badRequest('There is no such view of the caseload.');
  return tab;
}
