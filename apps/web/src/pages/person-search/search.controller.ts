import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerSearch, BeginSearch, ShowSearch, type SearchShown } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { localDate, type Instant, type PersonSearchId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound, type FieldError } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { doorsFor } from '../doors/doors';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readAnswer } from './answer.form';
import { EXPIRED_PAGE, SEARCH_ERRORS, TOLD_AGAIN } from './search.copy';
import { BLANK_SEARCH, readSearch, type SearchRaw } from './search.form';
import { resultsPage, searchPage } from './search.page';

interface Drawn {
  readonly actor: StaffActor;
  readonly raw: SearchRaw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

/** Looking somebody up: what is typed is posted, and the results stand under an opaque id of the searcher's own. */
@Controller('/people/search')
export class SearchController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly beginSearch: BeginSearch,
    private readonly showSearch: ShowSearch,
    private readonly answerSearch: AnswerSearch,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('search-people')
  @Get()
  ask(
    @CurrentActor() actor: StaffActor,
    @Query('door') door: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> | FastifyReply {
    const raw = { ...BLANK_SEARCH, door: doorOf(actor, door) ?? '' };
    return this.drawSearch(reply, { actor, raw, errors: [] });
  }

  @ForAct('search-people')
  @Post()
  async begin(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const now = await this.now(actor);
    const form = readSearch(request.body, { todayOn: localDate(now, this.pack.timezone) });
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid')
      return this.drawSearch(reply, { actor, raw, errors: form.errors, idempotencyKey });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { facts: form.facts, door: doorOf(actor, raw.door) };
    const outcome = resultOfForm(await this.beginSearch.execute(actor, input, act));
    switch (outcome.kind) {
      case 'begun':
        return this.pages.redirect(reply, `/people/search/${outcome.searchId}`);
      case 'refused': {
        const errors = [{ field: 'name', message: SEARCH_ERRORS.unreadable }];
        return this.drawSearch(reply, { actor, raw, errors, idempotencyKey });
      }
      case 'not-found':
        throw notFound();
    }
  }

  @ForAct('search-people')
  @Get('/:id')
  results(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: PersonSearchId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.drawResults(reply, { actor, id, errors: [], chosen: '' });
  }

  @ForAct('search-people')
  @Post('/:id')
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: PersonSearchId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readAnswer(request.body);
    const { chosen, idempotencyKey } = form;
    if (form.kind === 'invalid')
      return this.drawResults(reply, { actor, id, errors: form.errors, chosen, idempotencyKey });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: chosen });
    const outcome = resultOfForm(
      await this.answerSearch.execute(actor, { searchId: id, answer: form.answer }, act),
    );
    if (outcome.kind === 'not-found') throw notFound();
    if (form.answer.kind === 'same-report') {
      leaveNotice(request, TOLD_AGAIN);
      return this.pages.redirect(reply, `/cases/${form.answer.caseId}`);
    }
    const { door } = outcome.search;
    const next = door === null ? '/people/search' : `/referrals/doors/${door}?search=${id}`;
    return this.pages.redirect(reply, next);
  }

  private drawSearch(reply: FastifyReply, { actor, ...drawn }: Drawn): Promise<FastifyReply> | FastifyReply {
    const page = searchPage({ ...drawn, forDoor: doorOf(actor, drawn.raw.door) !== null });
    return this.pages.show(
      reply,
      'pages/person-search/search.njk',
      page,
      drawn.errors.length === 0 ? 200 : 400,
    );
  }

  private async drawResults(
    reply: FastifyReply,
    options: {
      readonly actor: StaffActor;
      readonly id: PersonSearchId;
      readonly errors: readonly FieldError[];
      readonly chosen: string;
      readonly idempotencyKey?: string;
    },
  ): Promise<FastifyReply> {
    const { actor, id, ...drawn } = options;
    const outcome = await this.showSearch.execute(actor, id);
    if (outcome.kind === 'not-found' || outcome.kind === 'refused') throw notFound();
    if (outcome.kind === 'expired') {
      const againHref = outcome.door === null ? '/people/search' : `/people/search?door=${outcome.door}`;
      return this.pages.show(reply, 'pages/person-search/expired.njk', { ...EXPIRED_PAGE, againHref }, 410);
    }
    const shown: SearchShown = outcome;
    const page = resultsPage(shown, { ...drawn, now: await this.now(actor), pack: this.pack });
    return this.pages.show(
      reply,
      'pages/person-search/results.njk',
      page,
      drawn.errors.length === 0 ? 200 : 400,
    );
  }

  private now(actor: StaffActor): Promise<Instant> {
    return this.work.read(actor, async (_manager, at) => at);
  }
}

/** The door that a search is for, if this person may open it. */
function doorOf(actor: StaffActor, asked: unknown): string | null {
  return doorsFor(actor).find(({ key }) => key === asked)?.key ?? null;
}
