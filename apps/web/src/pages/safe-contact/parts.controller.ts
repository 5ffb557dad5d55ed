import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeCard } from '#libs/casework';
import type { CaseId, Route, RouteId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { CardReading, type CardFormParts } from './card-reading';
import { CARD_REFUSALS } from './contradiction.copy';
import { partPage } from './part.page';
import { PART_FORMS, ROUTE_FORM, type PartForm } from './parts';

const TEMPLATE = 'pages/safe-contact/part.njk';
/** Refusals that no answer on the form can put right. */
const NOT_HERE: readonly string[] = ['case-closed', 'unreadable', 'unknown-route', 'out-of-use', 'on-hold'];

/** One part of the card on a page of its own; what it says about a way to reach the person, at that way's address. */
interface Asked {
  readonly form: PartForm;
  readonly route: Route | null;
  readonly action: string;
  readonly parts: CardFormParts;
}

@Controller('/cases/:id/safe-contact')
export class PartsController {
  constructor(
    private readonly pages: Pages,
    private readonly cards: CardReading,
    private readonly changed: ChangedCase,
    private readonly changeCard: ChangeCard,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('change-card')
  @Get('/:part')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('part') part: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(reply, await this.part(actor, id, part));
  }

  @ForAct('change-card')
  @Get('/routes/:routeId')
  async openRoute(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('routeId', SafeIdPipe) routeId: RouteId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(reply, await this.route(actor, id, routeId));
  }

  @ForAct('change-card')
  @Post('/:part')
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('part') part: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.save(actor, { id, request, reply, asked: await this.part(actor, id, part) });
  }

  @ForAct('change-card')
  @Post('/routes/:routeId')
  async changeRoute(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('routeId', SafeIdPipe) routeId: RouteId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.save(actor, { id, request, reply, asked: await this.route(actor, id, routeId) });
  }

  private async part(actor: StaffActor, id: CaseId, part: string): Promise<Asked> {
    const form = PART_FORMS.get(part);
    if (form === undefined) throw notFound();
    const parts = await this.cards.form(actor, id);
    return { form, route: null, action: `/cases/${id}/safe-contact/${part}`, parts };
  }

  private async route(actor: StaffActor, id: CaseId, routeId: RouteId): Promise<Asked> {
    const parts = await this.cards.form(actor, id);
    const route = parts.summary.card.routes.find((one) => one.id === routeId);
    if (route === undefined) throw notFound();
    return { form: ROUTE_FORM, route, action: `/cases/${id}/safe-contact/routes/${routeId}`, parts };
  }

  private draw(reply: FastifyReply, { form, route, action, parts }: Asked): Promise<FastifyReply> {
    const { card, revision } = parts.summary;
    const raw = form.opening({ card, route, timezone: parts.timezone, texts: parts.texts });
    const page = partPage(parts, { form, route, action, raw, revision: String(revision), errors: [] });
    return this.pages.show(reply, TEMPLATE, page);
  }

  private async save(
    actor: StaffActor,
    sent: { id: CaseId; request: FastifyRequest; reply: FastifyReply; asked: Asked },
  ): Promise<FastifyReply> {
    const { id, request, reply, asked } = sent;
    const { form, route, action, parts } = asked;
    const single = [...form.single, 'revision'];
    const fields = readFields(request.body, { single, lists: form.lists ?? [] });
    const { raw, idempotencyKey } = fields;
    const revision = readRevision(String(raw['revision']));
    const again = (errors: readonly FieldError[]) => {
      const state = { raw, revision: String(revision), errors, idempotencyKey };
      return this.pages.show(reply, TEMPLATE, partPage(parts, { form, route, action, ...state }), 400);
    };
    const { timezone, texts } = parts;
    const read = form.read(raw, { card: parts.summary.card, route, timezone, texts });
    if (fields.errors.length > 0) return again(fields.errors);
    if (read.kind === 'invalid') return again(read.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { caseId: id, revision, change: read.change, timezone };
    const outcome = resultOfForm(await this.changeCard.execute(actor, input, act));
    switch (outcome.kind) {
      case 'changed':
        leaveNotice(request, { title: 'The card has been brought up to date.', lines: [] });
        return this.pages.redirect(reply, `/cases/${id}/safe-contact`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'change-card', id });
      case 'refused': {
        if (NOT_HERE.includes(outcome.reason)) return refuse(outcome, CARD_REFUSALS);
        const { sentence } = CARD_REFUSALS[outcome.reason];
        return again([{ field: form.refusedAt, message: sentence.replace(/\.$/, '') }]);
      }
    }
  }
}
