import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ROUTING_TABLE, type RoutingDraftId, type StaffActor } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { draftEnding } from '../change-proposals/draft-ending.page';
import { DraftFlow, type DrawForm } from '../change-proposals/draft-flow';
import { endDraft, ENDING, type EndingRaw } from '../change-proposals/draft.form';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { DraftReading } from './draft-reading';
import { DRAFT_PAGE } from './draft.copy';

/** A draft of the routing rules goes before a second person, as every change of a rule does. */
@Controller('/routing/drafts/:id/send')
export class SendRoutingDraftController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DraftReading,
    private readonly drafts: DraftFlow,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('propose-change')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { draft } = await this.reading.read(actor, id);
    const version = draft.basedOnVersion + 1;
    return this.draw(reply, { id, version, raw: { reason: '', ...momentBlank('from') }, errors: [] });
  }

  @ForAct('propose-change')
  @Post()
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { draft } = await this.reading.read(actor, id);
    const { basedOnVersion, table: body } = draft;
    const { raw: all, errors, idempotencyKey } = readFields(request.body, { single: [...ENDING, 'step'] });
    const { step, ...raw } = all;
    const { timezone } = this.settings.area;
    const form = endDraft({ raw, idempotencyKey, step, errors, timezone }, (ending) => ({
      kind: 'routing',
      subject: ROUTING_TABLE,
      basedOnVersion,
      body,
      ...ending,
    }));
    const draw: DrawForm<EndingRaw> = (sent, status) =>
      this.draw(reply, { id, version: basedOnVersion + 1, ...sent }, status);
    return this.drafts.post(actor, { request, reply }, { form, path: `/routing/drafts/${id}/send`, draw });
  }

  private draw(
    reply: FastifyReply,
    drawn: {
      id: RoutingDraftId;
      version: number;
      raw: EndingRaw;
      errors: readonly FieldError[];
      idempotencyKey?: string;
    },
    status = 200,
  ): Promise<FastifyReply> {
    const { id, version, raw, errors, idempotencyKey } = drawn;
    const page = {
      title: DRAFT_PAGE.send,
      caption: `Draft of version ${version}`,
      backHref: `/routing/drafts/${id}`,
      path: `/routing/drafts/${id}/send`,
      ending: draftEnding(raw, errors),
      errors,
      wrong: wrongFields(errors),
      idempotencyKey,
    };
    return this.pages.show(reply, 'pages/routing/send.njk', page, status);
  }
}
