import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeOverride, OpenOverride, type OverrideChange } from '#libs/casework';
import type { ConsentOverride, OverrideId, StaffActor } from '#libs/domain';
import { openOverrides, PostgresUnitOfWork, providerAgencies } from '#libs/persistence';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { recipientWords } from './consent-words';
import { CHANGE_OVERRIDE_REFUSALS, OVERRIDE_PAGE } from './override.copy';
import { BLANK_REVIEW, readReview, type ReviewRaw } from './override.form';
import { overridePage, overridesPage } from './override.page';

const TEMPLATE = 'pages/consent/override.njk';
const CHANGED = 'Somebody changed this override first. Nothing of yours was saved. Open it again.';

@Controller('/overrides')
export class OverridesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly openOverride: OpenOverride,
    private readonly changeOverride: ChangeOverride,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('decide-override')
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const overrides = await this.work.read(actor, (manager) => openOverrides(manager));
    const words = await this.words(actor, overrides);
    return this.pages.show(reply, 'pages/consent/overrides.njk', overridesPage(overrides, words));
  }

  @ForAct('see-consent')
  @Get('/:id')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: OverrideId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw({ actor, id, reply }, { raw: BLANK_REVIEW, errors: [] }, request);
  }

  @ForAct('decide-override')
  @Post('/:id')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: OverrideId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey } = readFields(request.body, { single: ['revision', 'decision'] });
    const kind = raw.decision === 'confirm' ? 'confirm' : 'decline';
    const change = { revision: readRevision(raw.revision), change: { kind } } as const;
    return this.act({ actor, id, request, reply }, change, { key: idempotencyKey, content: raw });
  }

  @ForAct('decide-override')
  @Post('/:id/end')
  async end(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: OverrideId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey } = readFields(request.body, { single: ['revision'] });
    const change = { revision: readRevision(raw.revision), change: { kind: 'end' } } as const;
    return this.act({ actor, id, request, reply }, change, { key: idempotencyKey, content: raw });
  }

  @ForAct('decide-override')
  @Post('/:id/review')
  async review(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: OverrideId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readReview(request.body);
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid')
      return this.draw({ actor, id, reply }, { raw, errors: form.errors, idempotencyKey });
    return this.act({ actor, id, request, reply }, form.change, { key: idempotencyKey, content: raw });
  }

  private async act(
    sent: { actor: StaffActor; id: OverrideId; request: FastifyRequest; reply: FastifyReply },
    change: Omit<OverrideChange, 'overrideId'>,
    repeat: { key: string; content: Readonly<Record<string, string>> },
  ): Promise<FastifyReply> {
    const { actor, id, request, reply } = sent;
    const act = this.serverKey.repeatable('form', { request, ...repeat });
    const once = await this.changeOverride.execute(actor, { ...change, overrideId: id }, act);
    const outcome = resultOfForm(once);
    switch (outcome.kind) {
      case 'changed':
        leaveNotice(request, OVERRIDE_PAGE.saved[change.change.kind]);
        return this.pages.redirect(reply, `/overrides/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: CHANGED });
      case 'refused':
        return refuse(outcome, CHANGE_OVERRIDE_REFUSALS);
    }
  }

  private async draw(
    { actor, id, reply }: { actor: StaffActor; id: OverrideId; reply: FastifyReply },
    state: { raw: ReviewRaw; errors: readonly FieldError[]; idempotencyKey?: string },
    request?: FastifyRequest,
  ): Promise<FastifyReply> {
    const opened = await this.openOverride.execute(actor, id);
    if (opened.kind === 'not-found') throw notFound();
    const { override, necessity } = opened;
    const words = await this.words(actor, [override]);
    const notice = request === undefined ? null : takeNotice(request);
    const page = overridePage(override, { ...words, ...state, actor, necessity, notice });
    return this.pages.show(reply, TEMPLATE, page, state.errors.length > 0 ? 400 : 200);
  }

  private async words(actor: StaffActor, overrides: readonly ConsentOverride[]) {
    const { providers, now } = await this.work.read(actor, async (manager, at) => ({
      providers: await providerAgencies(manager),
      now: at,
    }));
    const people = overrides.flatMap(({ askedBy, decidedBy, reviewedBy }) => [
      askedBy,
      decidedBy,
      reviewedBy,
    ]);
    const nameOf = await this.colleagues.names(people, actor.userId);
    const { timezone } = this.settings.area;
    return { now, timezone, nameOf, nameOfRecipient: recipientWords(providers) };
  }
}
