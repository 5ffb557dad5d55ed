import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeCard, RevealWord, WORDS, type Revealing } from '#libs/casework';
import type { CaseId, RouteId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { CardReading } from './card-reading';
import { cardPage } from './card.page';
import { CARD_REFUSALS } from './contradiction.copy';

const TEMPLATE = 'pages/safe-contact/card.njk';

@Controller('/cases/:id/safe-contact')
export class CardController {
  constructor(
    private readonly pages: Pages,
    private readonly cards: CardReading,
    private readonly changed: ChangedCase,
    private readonly revealWord: RevealWord,
    private readonly changeCard: ChangeCard,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('open-case')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const page = cardPage(await this.cards.whole(actor, id), { shown: null, notice: takeNotice(request) });
    return this.pages.show(reply, TEMPLATE, page);
  }

  /** A POST, so that nothing sealed is behind an address that can be opened, kept or sent by mistake. */
  @ForAct('reveal-word')
  @Post('/show')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw } = readFields(request.body, { single: ['what'] });
    const parts = await this.cards.whole(actor, id);
    const revealing = revealingOf(raw.what, parts.summary.card.routes);
    if (revealing === null) throw notFound();
    const revealed = await this.revealWord.execute(actor, { ...revealing, caseId: id, basis: 'card' });
    switch (revealed.kind) {
      case 'revealed':
        return this.pages.show(
          reply,
          TEMPLATE,
          cardPage(parts, { shown: { what: raw.what, text: revealed.text }, notice: null }),
        );
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(revealed, CARD_REFUSALS);
    }
  }

  @ForAct('change-card')
  @Post('/dates/remove')
  async removeDate(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { timezone } = await this.cards.form(actor, id);
    const { raw, idempotencyKey } = readFields(request.body, { single: ['date', 'revision'] });
    const revision = readRevision(raw.revision);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const change = { part: 'remove-date', date: raw.date } as const;
    const outcome = resultOfForm(
      await this.changeCard.execute(actor, { caseId: id, revision, change, timezone }, act),
    );
    switch (outcome.kind) {
      case 'changed':
        leaveNotice(request, { title: 'The date is off the card.', lines: [] });
        return this.pages.redirect(reply, `/cases/${id}/safe-contact`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'change-card', id });
      case 'refused':
        return refuse(outcome, CARD_REFUSALS);
    }
  }
}

/** What the button was about: a word, the other person, or an address on this card. */
function revealingOf(what: string, routes: readonly { readonly id: RouteId }[]): Revealing | null {
  const word = WORDS.find((code) => code === what);
  if (word !== undefined) return { what: 'word', word };
  if (what === 'third-party') return { what: 'third-party' };
  const routeId = routes.find(({ id }) => id === what)?.id;
  return routeId === undefined ? null : { what: 'address', routeId };
}
