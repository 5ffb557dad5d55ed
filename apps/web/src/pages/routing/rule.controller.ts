import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeRoutingDraft, type DraftEdit } from '#libs/casework';
import type { RoutingDraftId, RoutingRule, StaffActor } from '#libs/domain';
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
import { readRule, ruleRawOf, type RuleRaw } from './rule.form';
import { rulePage } from './rule.page';

const TEMPLATE = 'pages/routing/rule.njk';

interface About {
  readonly actor: StaffActor;
  readonly id: RoutingDraftId;
  /** Null for a rule that is added. */
  readonly ruleId: string | null;
}

/** One rule of a draft, added or changed. */
@Controller('/routing/drafts/:id/rules')
export class RoutingRuleController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DraftReading,
    private readonly changeDraft: ChangeRoutingDraft,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('propose-change')
  @Get()
  openNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(reply, { actor, id, ruleId: null }, null);
  }

  @ForAct('propose-change')
  @Get('/:rule')
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Param('rule') ruleId: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(reply, { actor, id, ruleId }, null);
  }

  @ForAct('propose-change')
  @Post()
  add(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.keep({ actor, id, ruleId: null }, { request, reply });
  }

  @ForAct('propose-change')
  @Post('/:rule')
  change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: RoutingDraftId,
    @Param('rule') ruleId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.keep({ actor, id, ruleId }, { request, reply });
  }

  private async keep(
    about: About,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  ): Promise<FastifyReply> {
    const { actor, id, ruleId } = about;
    const form = readRule(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => this.draw(reply, about, { raw, errors, idempotencyKey });
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const change = { draftId: id, revision: readRevision(raw.revision), edit: editOf(ruleId, form.rule) };
    const outcome = resultOfForm(await this.changeDraft.execute(actor, change, act));
    switch (outcome.kind) {
      case 'changed':
      case 'dropped':
        leaveNotice(request, { title: ruleId === null ? DRAFT_PAGE.added : DRAFT_PAGE.changed, lines: [] });
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
    { actor, id, ruleId }: About,
    sent: { raw: RuleRaw; errors: readonly FieldError[]; idempotencyKey: string } | null,
  ): Promise<FastifyReply> {
    const { draft, names } = await this.reading.read(actor, id);
    const rule = ruleId === null ? null : draft.table.rules.find((one) => one.id === ruleId);
    if (rule === undefined) throw notFound();
    const drawn = sent ?? { raw: ruleRawOf(rule, draft.revision), errors: [] };
    const draftHref = `/routing/drafts/${id}`;
    const action = ruleId === null ? `${draftHref}/rules` : `${draftHref}/rules/${ruleId}`;
    const page = rulePage(drawn, { names, draftHref, action, isNew: ruleId === null });
    return this.pages.show(reply, TEMPLATE, page, drawn.errors.length > 0 ? 400 : 200);
  }
}

function editOf(ruleId: string | null, rule: Omit<RoutingRule, 'id'>): DraftEdit {
  return ruleId === null ? { kind: 'add', rule } : { kind: 'change', rule: { ...rule, id: ruleId } };
}
