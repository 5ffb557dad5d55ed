import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeSafeWords } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { CardReading } from './card-reading';
import { WORDS_REFUSALS, WORDS_SAVED } from './words.copy';
import { BLANK_WORDS, readSafeWords } from './words.form';
import { wordsPage } from './words.page';

const TEMPLATE = 'pages/safe-contact/words.njk';

@Controller('/cases/:id/safe-contact/words')
export class WordsController {
  constructor(
    private readonly pages: Pages,
    private readonly cards: CardReading,
    private readonly changed: ChangedCase,
    private readonly changeWords: ChangeSafeWords,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('change-safe-words')
  @Get()
  async form(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cards.form(actor, id);
    return this.pages.show(reply, TEMPLATE, wordsPage(parts, { raw: BLANK_WORDS, errors: [] }));
  }

  @ForAct('change-safe-words')
  @Post()
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cards.form(actor, id);
    const form = readSafeWords(request.body, parts.summary.card.routes);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, wordsPage(parts, { raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.changeWords.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'changed':
        leaveNotice(request, WORDS_SAVED);
        return this.pages.redirect(reply, `/cases/${id}/safe-contact`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'change-safe-words', id });
      case 'refused':
        return again(refusalErrors(outcome, WORDS_REFUSALS, 'sayIfOtherAnswers'));
    }
  }
}
