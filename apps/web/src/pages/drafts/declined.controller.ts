import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DiscardDraft, RecordDeclinedOffer, type OpenedDraft } from '#libs/casework';
import type { DraftId, StaffActor } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { DECLINED_REFUSALS, readDeclined, type DeclinedRaw } from './declined.form';
import { declinedPage } from './declined.page';
import { draftAsInput } from './draft-input';
import { draftGone } from './draft-problems';
import { DraftReading } from './draft-reading';
import { DECLINED_PAGE } from './draft.copy';

/** "Not now" and "no": the count goes on, everything that identifies the person is deleted. */
@Controller('/referrals/drafts/:id/declined')
export class DeclinedController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DraftReading,
    private readonly recordDeclinedOffer: RecordDeclinedOffer,
    private readonly discardDraft: DiscardDraft,
    private readonly serverKey: ServerKey,
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
    const district = String(opened.contents.person?.answers['district'] ?? '');
    return this.show(reply, opened, { raw: { district, askAgain: '' }, errors: [] });
  }

  @ForAct('keep-draft')
  @Post()
  async keep(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) draftId: DraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.reading.open(actor, draftId);
    if (opened.kind === 'sent') return this.reading.alreadySent({ request, reply }, opened);
    const draft = draftAsInput(opened.contents, this.reading.contextAt(opened.now));
    if (draft.kind !== 'declined') return this.pages.redirect(reply, `/referrals/drafts/${draftId}`);
    const form = readDeclined(request.body);
    if (form.kind === 'invalid') return this.show(reply, opened, form);
    const { answer } = draft;
    // The draft is the key: counted once, whatever is pressed again before the draft is gone.
    const act = this.serverKey.repeatable('form', { request, key: draftId, content: {} });
    const input = { ...form.input, answer };
    const outcome = resultOfForm(await this.recordDeclinedOffer.execute(actor, input, act));
    if (outcome.kind === 'not-found') throw draftGone();
    if (outcome.kind === 'refused') {
      const errors = whatToPutRight(outcome, DECLINED_REFUSALS);
      return this.show(reply, opened, { raw: form.raw, errors });
    }
    await this.discardDraft.execute(actor, { draftId, reason: 'offer-declined' });
    leaveNotice(request, DECLINED_PAGE.saved);
    return this.pages.redirect(reply, '/referrals');
  }

  private show(
    reply: FastifyReply,
    { draft, contents, now }: OpenedDraft,
    { raw, errors }: { raw: DeclinedRaw; errors: readonly FieldError[] },
  ): Promise<FastifyReply> | FastifyReply {
    const asInput = draftAsInput(contents, this.reading.contextAt(now));
    if (asInput.kind !== 'declined') return this.pages.redirect(reply, `/referrals/drafts/${draft.id}`);
    const { pack } = this.reading;
    const page = declinedPage({ id: draft.id, answer: asInput.answer, raw, errors }, { pack, now });
    return this.pages.show(reply, 'pages/drafts/declined.njk', page, errors.length === 0 ? 200 : 400);
  }
}
