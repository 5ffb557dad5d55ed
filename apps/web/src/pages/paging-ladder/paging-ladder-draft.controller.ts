import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_LEVELS, type StaffActor } from '#libs/domain';
import { pagingLadders, PostgresUnitOfWork, type PagingLadderLine } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { draftEnding } from '../change-proposals/draft-ending.page';
import { DraftFlow, type DrawForm } from '../change-proposals/draft-flow';
import { wrongFields } from '../form-acts/wrong-fields';
import { LADDER_FORM, LADDER_LEVELS } from './paging-ladder.copy';
import { ladderRawOf, readLadder, type LadderRaw } from './paging-ladder.form';

const PATH = '/paging-ladder/new';

@Controller(PATH)
export class PagingLadderDraftController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly drafts: DraftFlow,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('propose-change')
  @Get()
  async open(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const base = await this.base(actor);
    return this.draw(reply, { base, raw: ladderRawOf(base), errors: [] });
  }

  @ForAct('propose-change')
  @Post()
  async draft(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.base(actor);
    const form = readLadder(request.body, base, this.settings.area.timezone);
    const draw: DrawForm<LadderRaw> = (sent, status) => this.draw(reply, { base, ...sent }, status);
    return this.drafts.post(actor, { request, reply }, { form, path: PATH, draw });
  }

  private async base(actor: StaffActor): Promise<PagingLadderLine> {
    const [newest] = await this.work.read(actor, pagingLadders);
    if (newest === undefined) throw notFound();
    return newest;
  }

  private draw(
    reply: FastifyReply,
    page: {
      base: PagingLadderLine;
      raw: LadderRaw;
      errors: readonly FieldError[];
      idempotencyKey?: string;
    },
    status = 200,
  ): Promise<FastifyReply> {
    const { base, raw, errors } = page;
    const wrong = wrongFields(errors);
    const view = {
      ...page,
      copy: LADDER_FORM,
      path: PATH,
      caption: `Draft version ${base.version + 1}`,
      wrong,
      levels: PAGE_LEVELS.map((level) => ({
        times: { name: `times-${level}`, label: LADDER_FORM.times(LADDER_LEVELS[level]) },
        minutes: { name: `minutes-${level}`, label: LADDER_FORM.minutes(LADDER_LEVELS[level]) },
      })),
      ending: draftEnding(raw, errors),
    };
    return this.pages.show(reply, 'pages/paging-ladder/new.njk', view, status);
  }
}
