import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OfferHandover } from '#libs/casework';
import type { StaffActor, UserId } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { decidedTitle, decisionLines, REFUSED } from '../board/assign.copy';
import { GivingReading } from '../board/giving-reading';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { HAND_OVER, TO_TEAM } from './handovers.copy';
import { handOverPage } from './handovers.page';

interface Again {
  readonly to: string;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

@Controller('/handovers/new')
export class HandOverController {
  constructor(
    private readonly pages: Pages,
    private readonly giving: GivingReading,
    private readonly offer: OfferHandover,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('hand-over-cases')
  @Get()
  open(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.show(actor, reply, { to: '', errors: [] });
  }

  @ForAct('hand-over-cases')
  @Post()
  async offerAll(
    @CurrentActor() actor: StaffActor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey } = readFields(body, { single: ['to'] });
    const again = (message: string) =>
      this.show(actor, reply, { to: raw.to, idempotencyKey, errors: [{ field: 'to', message }] });
    if (raw.to !== TO_TEAM && !isSafeId(raw.to)) return again(HAND_OVER.missing);
    const toUserId = raw.to === TO_TEAM ? null : (raw.to as string as UserId);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.offer.execute(actor, { toUserId }, act));
    switch (outcome.kind) {
      case 'decided': {
        const { rows } = outcome;
        leaveNotice(request, { title: decidedTitle(rows), lines: decisionLines(rows) });
        return this.pages.redirect(reply, '/handovers');
      }
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(REFUSED[outcome.reason]);
    }
  }

  private async show(actor: StaffActor, reply: FastifyReply, again: Again): Promise<FastifyReply> {
    const { userId } = actor;
    const { cases, receivers, nameOf, time } = await this.giving.read(actor, { ownerUserId: userId });
    const page = handOverPage({ cases, receivers, reader: userId, nameOf, ...again }, time);
    return this.pages.show(reply, 'pages/handovers/new.njk', page, again.errors.length > 0 ? 400 : 200);
  }
}
