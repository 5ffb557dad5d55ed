import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BeginRoutingDraft, ChangeRoutingDraft, type ChangeDraftInput } from '#libs/casework';
import type { RoutingDraftId, StaffActor } from '#libs/domain';
import { badRequest, notFound, Problem } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { timeOfDay } from '../../formatting/moments';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { DraftReading } from './draft-reading';
import { draftPage } from './draft.page';
import { DRAFT_PAGE, DRAFT_REFUSALS } from './draft.copy';

/** Drafts of the routing rules: begun, looked at as a whole, and their rules moved or taken out. */
@Controller('/routing/drafts')
export class RoutingDraftsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DraftReading,
    private readonly beginDraft: BeginRoutingDraft,
    private readonly changeDraft: ChangeRoutingDraft,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('propose-change')
  @Post()
  async begin(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: [] });
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const outcome = resultOfForm(await this.beginDraft.execute(actor, act));
    switch (outcome.kind) {
      case 'begun':
        leaveNotice(request, { title: DRAFT_PAGE.begun, lines: [] });
        return this.pages.redirect(reply, `/routing/drafts/${outcome.draftId}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, DRAFT_REFUSALS);
    }
  }

  @ForAct('propose-change')
  @Get('/:id')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.reading.faults(actor, id);
    const { timezone } = this.settings.area;
    const page = draftPage(read, { timezone, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/routing/draft.njk', page);
  }

  @ForAct('propose-change')
  @Get('/:id/replay')
  async replay(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { draft, now, replay } = await this.reading.replay(actor, id);
    const page = {
      title: DRAFT_PAGE.replay,
      caption: `Draft of version ${draft.basedOnVersion + 1}`,
      backHref: `/routing/drafts/${id}`,
      asAt: timeOfDay(now, this.settings.area.timezone),
      sections: [replay],
    };
    return this.pages.show(reply, 'pages/routing/replay.njk', page);
  }

  /** Buttons of the list: up, down, out; or the whole draft thrown away. */
  @ForAct('propose-change')
  @Post('/:id/edit')
  async edit(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) draftId: RoutingDraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: ['revision', 'edit', 'rule'] });
    const edit = editOf(raw);
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const change = { draftId, revision: readRevision(raw.revision), edit };
    const outcome = resultOfForm(await this.changeDraft.execute(actor, change, act));
    switch (outcome.kind) {
      case 'dropped':
        leaveNotice(request, { title: DRAFT_PAGE.dropped, lines: [] });
        return this.pages.redirect(reply, '/routing');
      case 'changed':
        leaveNotice(request, {
          title: edit.kind === 'remove' ? DRAFT_PAGE.removed : DRAFT_PAGE.changed,
          lines: [],
        });
        return this.pages.redirect(reply, `/routing/drafts/${draftId}`);
      case 'stale':
        throw new Problem('conflict', { detail: DRAFT_PAGE.conflict });
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, DRAFT_REFUSALS);
    }
  }
}

function editOf({
  edit,
  rule: ruleId,
}: {
  readonly edit: string;
  readonly rule: string;
}): ChangeDraftInput['edit'] {
  switch (edit) {
    case 'up':
    case 'down':
      return { kind: 'move', ruleId, by: edit };
    case 'remove':
      return { kind: 'remove', ruleId };
    case 'drop':
      return { kind: 'drop' };
    default:
      throw badRequest('Press one of the buttons.');
  }
}
