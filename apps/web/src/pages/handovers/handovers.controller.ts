import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptHandover, CloseHandover, type AnswerHandoversOutcome, type Once } from '#libs/casework';
import type { HandoverEvent, HandoverId, StaffActor } from '#libs/domain';
import { openOffers, PostgresUnitOfWork } from '#libs/persistence';
import { badRequest, notFound } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { answeredNotice, handoversPage } from './handovers.page';

@Controller('/handovers')
export class HandoversController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly accept: AcceptHandover,
    private readonly close: CloseHandover,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('hand-over-cases')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { offers, now } = await this.work.read(actor, async (manager, at) => ({
      offers: await openOffers(manager, actor),
      now: at,
    }));
    const people = [...offers.toAnswer, ...offers.made].flatMap((offer) => [
      offer.fromUserId,
      offer.toUserId,
      offer.offeredBy,
    ]);
    const nameOf = await this.colleagues.names(people, actor.userId);
    const notice = takeNotice(request);
    const mayReassign = actor.role === 'duty-lead';
    const page = handoversPage(
      { offers, nameOf, notice, mayReassign },
      { now, timezone: this.settings.area.timezone },
    );
    return this.pages.show(reply, 'pages/handovers/handovers.njk', page);
  }

  @ForAct('hand-over-cases')
  @Post('/accept')
  acceptOffers(
    @CurrentActor() actor: StaffActor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.answer('accept', { actor, body, request, reply });
  }

  @ForAct('hand-over-cases')
  @Post('/decline')
  declineOffers(
    @CurrentActor() actor: StaffActor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.answer('decline', { actor, body, request, reply });
  }

  @ForAct('hand-over-cases')
  @Post('/withdraw')
  withdrawOffers(
    @CurrentActor() actor: StaffActor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.answer('withdraw', { actor, body, request, reply });
  }

  private async answer(
    answer: HandoverEvent,
    sent: { actor: StaffActor; body: unknown; request: FastifyRequest; reply: FastifyReply },
  ): Promise<FastifyReply> {
    const { actor, body, request, reply } = sent;
    const { raw, idempotencyKey: key } = readFields(body, { single: [], lists: ['offers'] });
    const handoverIds = raw.offers.map(readOffer);
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const once: Once<AnswerHandoversOutcome> =
      answer === 'accept'
        ? await this.accept.execute(actor, { handoverIds }, act)
        : await this.close.execute(actor, { handoverIds, answer }, act);
    const outcome = resultOfForm(once);
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') throw badRequest('The form names no offer. Open the page again.');
    leaveNotice(request, answeredNotice(answer, outcome.rows));
    return this.pages.redirect(reply, answer === 'accept' ? '/board?view=mine' : '/handovers');
  }
}

function readOffer(value: string): HandoverId {
  if (!isSafeId(value)) throw badRequest('The form names an offer in a way that this page does not.');
  return value as string as HandoverId;
}
