import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoteAskedAgain, RecordDeclinedOffer, type OfferId } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { Instant, StaffActor } from '#libs/domain';
import { offersToAskAgain, PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { ASK_AGAIN_PAGE } from './declined-offer.copy';
import { BLANK_OFFER, OFFER_REFUSALS, readOffer } from './declined-offer.form';
import { askAgainPage, offerPage } from './declined-offer.page';

/** Offers of a call that were not taken up: counted, and asked again on the day the person named. */
@Controller('/declined-offers')
export class DeclinedOffersController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly recordDeclinedOffer: RecordDeclinedOffer,
    private readonly noteAskedAgain: NoteAskedAgain,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('see-ask-again')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { offers, now } = await this.work.read(actor, async (manager, at) => ({
      offers: await offersToAskAgain(manager),
      now: at,
    }));
    const page = askAgainPage({ offers, pack: this.pack, now, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/declined-offers/list.njk', page);
  }

  @ForAct('record-declined-offer')
  @Get('/new')
  async open(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const now = await this.now(actor);
    const page = offerPage({ raw: BLANK_OFFER, errors: [], pack: this.pack, now });
    return this.pages.show(reply, 'pages/declined-offers/new.njk', page);
  }

  @ForAct('record-declined-offer')
  @Post('/new')
  async count(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readOffer(request.body);
    const { raw, idempotencyKey } = form;
    const now = await this.now(actor);
    const again = (errors: readonly FieldError[]) => {
      const page = offerPage({ raw, errors, idempotencyKey, pack: this.pack, now });
      return this.pages.show(reply, 'pages/declined-offers/new.njk', page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.recordDeclinedOffer.execute(actor, form.input, act));
    switch (outcome.kind) {
      case 'recorded':
        leaveNotice(request, ASK_AGAIN_PAGE.saved);
        return this.pages.redirect(reply, '/declined-offers');
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(refusalErrors(outcome, OFFER_REFUSALS, 'answer'));
    }
  }

  @ForAct('see-ask-again')
  @Post('/:id/asked-again')
  async askedAgain(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: OfferId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { idempotencyKey } = readFields(request.body, { single: [] });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: {} });
    const outcome = resultOfForm(await this.noteAskedAgain.execute(actor, id, act));
    if (outcome.kind === 'not-found') throw notFound();
    leaveNotice(request, ASK_AGAIN_PAGE.noted);
    return this.pages.redirect(reply, '/declined-offers');
  }

  private now(actor: StaffActor): Promise<Instant> {
    return this.work.read(actor, (_manager, now) => Promise.resolve(now));
  }
}
