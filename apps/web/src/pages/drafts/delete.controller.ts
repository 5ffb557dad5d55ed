import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DiscardDraft } from '#libs/casework';
import type { DraftId, StaffActor } from '#libs/domain';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { leaveNotice } from '../notices/notice';
import { draftGone } from './draft-problems';
import { DraftReading } from './draft-reading';
import { DELETE_PAGE } from './draft.copy';

@Controller('/referrals/drafts/:id/delete')
export class DeleteDraftController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DraftReading,
    private readonly discardDraft: DiscardDraft,
  ) {}

  @ForAct('keep-draft')
  @Get()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: DraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.reading.open(actor, id);
    if (opened.kind === 'sent') return this.reading.alreadySent({ request, reply }, opened);
    const path = `/referrals/drafts/${id}`;
    const page = { ...DELETE_PAGE, action: `${path}/delete`, backHref: path };
    return this.pages.show(reply, 'pages/drafts/delete.njk', page);
  }

  @ForAct('keep-draft')
  @Post()
  async remove(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) draftId: DraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    readFields(request.body, { single: [] });
    const outcome = await this.discardDraft.execute(actor, { draftId, reason: 'by-author' });
    if (outcome.kind === 'not-found') throw draftGone();
    if (outcome.kind === 'sent') return this.reading.alreadySent({ request, reply }, outcome);
    leaveNotice(request, DELETE_PAGE.done);
    return this.pages.redirect(reply, '/referrals');
  }
}
