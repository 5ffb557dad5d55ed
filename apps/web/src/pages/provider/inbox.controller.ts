import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayDo, type StaffActor } from '#libs/domain';
import { badRequest } from '../../errors/problem';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import { INBOX_VIEWS, inboxPage, type InboxView } from './inbox.page';
import { ProviderLists } from './provider-lists';
import { readRequestPlace } from './request-place';

@Controller('/provider/inbox')
export class InboxController {
  constructor(
    private readonly pages: Pages,
    private readonly lists: ProviderLists,
  ) {}

  @ForAct('see-received-requests')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query('tab') tab: unknown,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const view = readView(tab);
    const { found, ...around } = await this.lists.inbox(actor, { view, after: readRequestPlace(after) });
    const page = inboxPage(found, {
      ...around,
      view,
      notice: takeNotice(request),
      mayExport: mayDo(actor, 'export-requests'),
    });
    return this.pages.show(reply, 'pages/provider/inbox.njk', page);
  }
}

function readView(tab: unknown): InboxView {
  if (tab === undefined) return 'new';
  const view = INBOX_VIEWS.find((name) => name === tab);
  if (view === undefined) throw badRequest('There is no such view of the inbox.');
  return view;
}
