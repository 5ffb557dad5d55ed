import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DraftId, StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { limbNamesOf } from '../promise-words/limb-words';
import { draftAsInput, whereToGoOn } from './draft-input';
import { DraftReading } from './draft-reading';
import { latePage } from './late.page';
import { ThinTime } from './thin-time';

/** A pause before sending, for a report time that has used the promise up: right, or a slip of the keyboard? */
@Controller('/referrals/drafts/:id/late')
export class LateController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DraftReading,
    private readonly thinTime: ThinTime,
  ) {}

  @ForAct('keep-draft')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: DraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.reading.open(actor, id);
    if (opened.kind === 'sent') return this.reading.alreadySent({ request, reply }, opened);
    const { contents, draft, now } = opened;
    const { timezone, policies } = this.reading.pack;
    const asInput = draftAsInput(contents, this.reading.contextAt(now));
    if (asInput.kind !== 'complete') return this.pages.redirect(reply, whereToGoOn(id, asInput));
    const { reportedAt } = asInput.input;
    const limbs = await this.thinTime.of(actor, asInput.input);
    if (limbs.length === 0) return this.pages.redirect(reply, `/referrals/drafts/${id}/check`);
    const page = latePage({ draft, limbs, reportedAt }, { now, timezone, limbName: limbNamesOf(policies) });
    return this.pages.show(reply, 'pages/drafts/late.njk', page);
  }
}
