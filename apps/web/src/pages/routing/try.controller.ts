import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TryRouting, type TryRoutingOutcome } from '#libs/casework';
import type { RoutingDraftId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readNames } from './routing-names';
import { BLANK_TRY, readTry, type TryRaw } from './try.form';
import { tryPage } from './try.page';

/** The test box: somebody is made up, and the page says where they would be sent and why. Nothing is kept. */
@Controller('/routing/try')
export class TryRoutingController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly tryRouting: TryRouting,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('try-routing')
  @Get()
  open(
    @CurrentActor() actor: StaffActor,
    @Query('draft') draft: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const raw = { ...BLANK_TRY, draft: isSafeId(draft) ? draft : '' };
    return this.draw(reply, actor, { raw, errors: [], outcome: null });
  }

  @ForAct('try-routing')
  @Post()
  async answer(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readTry(request.body);
    const { raw } = form;
    if (form.kind === 'invalid') return this.draw(reply, actor, { raw, errors: form.errors, outcome: null });
    const draftId = isSafeId(raw.draft) ? (raw.draft as string as RoutingDraftId) : null;
    const outcome = await this.tryRouting.execute(actor, { facts: form.facts, draftId });
    if (outcome.kind === 'not-found') throw notFound();
    return this.draw(reply, actor, { raw, errors: [], outcome });
  }

  private async draw(
    reply: FastifyReply,
    actor: StaffActor,
    drawn: {
      raw: TryRaw;
      errors: readonly FieldError[];
      outcome: Extract<TryRoutingOutcome, { kind: 'answered' }> | null;
    },
  ): Promise<FastifyReply> {
    const names = await this.work.read(actor, (manager, now) => readNames(manager, now));
    const page = tryPage(drawn, { names, role: actor.role, sarc: this.settings.area.sarcLine });
    return this.pages.show(reply, 'pages/routing/try.njk', page, drawn.errors.length > 0 ? 400 : 200);
  }
}
