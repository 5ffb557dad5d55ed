import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecideErasure, ProposeErasure } from '#libs/casework';
import type { ErasureId, StaffActor } from '#libs/domain';
import { erasureById, erasureLists, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, Problem } from '../../errors/problem';
import { refusalErrors, refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { requireFreshFactor } from '../../sign-in/fresh-factor';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { DECIDE_REFUSALS, LIST, PROPOSE_REFUSALS, SHOW } from './erasure.copy';
import { readDecision } from './erasure.form';
import { erasurePage, erasuresPage } from './erasure.page';

type ListForm = Parameters<typeof erasuresPage>[2];
type ShowForm = Parameters<typeof erasurePage>[2];

@Controller('/data-protection/erasure')
export class ErasureController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly propose: ProposeErasure,
    private readonly decide: DecideErasure,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-retention')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.showList(actor, { request, reply }, { reference: '', errors: [] });
  }

  @ForAct('propose-erasure')
  @Post()
  async proposeOne(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, errors, idempotencyKey } = readFields(request.body, { single: ['reference'] });
    const reference = raw.reference.trim().toUpperCase();
    const again = (wrong: ListForm['errors']) =>
      this.showList(actor, { request, reply }, { reference: raw.reference, errors: wrong, idempotencyKey });
    if (errors.length > 0) return again(errors);
    if (reference === '') return again([{ field: 'reference', message: LIST.missing }]);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.propose.execute(actor, { reference }, act));
    switch (outcome.kind) {
      case 'proposed':
        leaveNotice(request, { title: LIST.proposed, lines: [LIST.proposedNext] });
        return this.pages.redirect(reply, '/data-protection/erasure');
      case 'not-found':
        return again([{ field: 'reference', message: LIST.notThere }]);
      case 'refused':
        return again(refusalErrors(outcome, PROPOSE_REFUSALS, 'reference'));
    }
  }

  @ForAct('see-retention')
  @Get('/:id')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ErasureId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.showOne(actor, id, { reply, form: { change: '', reason: '', errors: [] } });
  }

  /** Erasing for good asks for a second factor of the last minutes. */
  @ForAct('decide-erasure')
  @Post('/:id')
  async decideOne(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ErasureId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readDecision(request.body);
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid') return this.showOne(actor, id, { reply, form: { ...raw, ...form } });
    if (form.decision.kind === 'approve') requireFreshFactor(request);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { erasureId: id, decision: form.decision, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.decide.execute(actor, input, act));
    switch (outcome.kind) {
      case 'decided':
        leaveNotice(request, { title: SHOW.saved[outcome.state], lines: [] });
        return this.pages.redirect(reply, '/data-protection/erasure');
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: SHOW.stale });
      case 'refused':
        return refuse(outcome, DECIDE_REFUSALS);
    }
  }

  private async showList(
    actor: StaffActor,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    form: ListForm,
  ): Promise<FastifyReply> {
    const { now, lists } = await this.work.read(actor, async (manager, at) => ({
      now: at,
      lists: await erasureLists(manager),
    }));
    const nameOf = await this.colleagues.names([], actor.userId);
    const reading = {
      actor,
      nameOf,
      now,
      timezone: this.settings.area.timezone,
      notice: takeNotice(request),
    };
    const status = form.errors.length === 0 ? 200 : 400;
    return this.pages.show(reply, 'pages/erasure/list.njk', erasuresPage(lists, reading, form), status);
  }

  private async showOne(
    actor: StaffActor,
    id: ErasureId,
    { reply, form }: { reply: FastifyReply; form: ShowForm },
  ): Promise<FastifyReply> {
    const { now, erasure } = await this.work.read(actor, async (manager, at) => ({
      now: at,
      erasure: await erasureById(manager, id),
    }));
    if (erasure === null) throw notFound();
    const nameOf = await this.colleagues.names([erasure.proposedBy, erasure.decidedBy], actor.userId);
    const reading = { actor, nameOf, now, timezone: this.settings.area.timezone };
    const status = form.errors.length === 0 ? 200 : 400;
    return this.pages.show(reply, 'pages/erasure/show.njk', erasurePage(erasure, reading, form), status);
  }
}
