import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { attemptPolicyVersions, PostgresUnitOfWork, type AttemptPolicyLine } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { draftEnding } from '../change-proposals/draft-ending.page';
import { DraftFlow, type DrawForm } from '../change-proposals/draft-flow';
import { wrongFields } from '../form-acts/wrong-fields';
import { ATTEMPT_FORM } from './attempt-policy.copy';
import { attemptRawOf, readAttemptPolicy, type AttemptPolicyRaw } from './attempt-policy.form';

const PATH = '/attempt-policy/new';

@Controller(PATH)
export class AttemptPolicyDraftController {
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
    return this.draw(reply, { base, raw: attemptRawOf(base), errors: [] });
  }

  @ForAct('propose-change')
  @Post()
  async draft(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.base(actor);
    const form = readAttemptPolicy(request.body, base, this.settings.area.timezone);
    const draw: DrawForm<AttemptPolicyRaw> = (sent, status) => this.draw(reply, { base, ...sent }, status);
    return this.drafts.post(actor, { request, reply }, { form, path: PATH, draw });
  }

  private async base(actor: StaffActor): Promise<AttemptPolicyLine> {
    const [newest] = await this.work.read(actor, attemptPolicyVersions);
    if (newest === undefined) throw notFound();
    return newest;
  }

  private draw(
    reply: FastifyReply,
    page: {
      base: AttemptPolicyLine;
      raw: AttemptPolicyRaw;
      errors: readonly FieldError[];
      idempotencyKey?: string;
    },
    status = 200,
  ): Promise<FastifyReply> {
    const { base, raw, errors } = page;
    const view = {
      ...page,
      copy: ATTEMPT_FORM,
      path: PATH,
      caption: `Draft version ${base.version + 1}`,
      wrong: wrongFields(errors),
      ending: draftEnding(raw, errors),
    };
    return this.pages.show(reply, 'pages/attempt-policy/new.njk', view, status);
  }
}
