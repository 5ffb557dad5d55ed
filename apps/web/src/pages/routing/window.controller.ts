import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeRoutingDraft } from '#libs/casework';
import type { RoutingDraftId, StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { DraftReading } from './draft-reading';
import { DRAFT_PAGE, DRAFT_REFUSALS } from './draft.copy';
import { readWindow, type WindowRaw } from './window.form';
import { findWindow, windowPage } from './window.page';

interface About {
  readonly actor: StaffActor;
  readonly id: RoutingDraftId;
  readonly windowId: string;
}

/** One forensic or health window of a draft: its hours and where they stand. */
@Controller('/routing/drafts/:id/windows/:window')
export class RoutingWindowController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DraftReading,
    private readonly changeDraft: ChangeRoutingDraft,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('propose-change')
  @Get()
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Param('window') windowId: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(reply, { actor, id, windowId }, null);
  }

  @ForAct('propose-change')
  @Post()
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Param('window') windowId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readWindow(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, { actor, id, windowId }, { raw, errors, idempotencyKey });
    if (form.kind === 'invalid') return again(form.errors);
    const { hours, source } = form;
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const edit = { kind: 'window', windowId, hours, source } as const;
    const change = { draftId: id, revision: readRevision(raw.revision), edit };
    const outcome = resultOfForm(await this.changeDraft.execute(actor, change, act));
    switch (outcome.kind) {
      case 'changed':
      case 'dropped':
        leaveNotice(request, { title: DRAFT_PAGE.changed, lines: [] });
        return this.pages.redirect(reply, `/routing/drafts/${id}`);
      case 'stale':
        throw new Problem('conflict', { detail: DRAFT_PAGE.conflict });
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, DRAFT_REFUSALS));
    }
  }

  private async draw(
    reply: FastifyReply,
    { actor, id, windowId }: About,
    sent: { raw: WindowRaw; errors: readonly FieldError[]; idempotencyKey: string } | null,
  ): Promise<FastifyReply> {
    const { draft } = await this.reading.read(actor, id);
    const window = findWindow(draft.table, windowId);
    if (window === null) throw notFound();
    const { hours, source } = window;
    const raw = {
      hours: String(hours),
      mark: source.mark,
      text: source.text,
      revision: String(draft.revision),
    };
    const drawn = sent ?? { raw, errors: [] };
    const backHref = `/routing/drafts/${id}`;
    const page = windowPage(window, drawn, { backHref, action: `${backHref}/windows/${windowId}` });
    return this.pages.show(reply, 'pages/routing/window.njk', page, drawn.errors.length > 0 ? 400 : 200);
  }
}
