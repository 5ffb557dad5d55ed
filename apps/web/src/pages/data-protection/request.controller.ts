import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  BeginReview,
  ChangeRequest,
  ReadRequest,
  Restrict,
  SealPack,
  type Repeatable,
  type RequestRead,
} from '#libs/casework';
import { deskActsOn, type InformationRequestId, type RouteId, type StaffActor } from '#libs/domain';
import { clockVersions, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
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
import { ACT_REFUSALS } from './act.copy';
import { REQUEST } from './request.copy';
import { actPage, requestPage } from './request.page';
import { requestAct, type RequestAct } from './request-acts';

type Read = Extract<RequestRead, { kind: 'read' }>;

@Controller('/data-protection/requests/:id')
export class RequestController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly readRequest: ReadRequest,
    private readonly changeRequest: ChangeRequest,
    private readonly beginReview: BeginReview,
    private readonly sealPack: SealPack,
    private readonly restrict: Restrict,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-data-requests')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.read(actor, id);
    const { versions, now } = await this.work.read(actor, async (manager, at) => ({
      versions: await clockVersions(manager, id),
      now: at,
    }));
    const nameOf = await this.colleagues.names([read.request.ownerUserId], actor.userId);
    const reading = { actor, now, timezone: this.settings.area.timezone, nameOf };
    const page = requestPage(read, { ...reading, versions, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/data-protection/request.njk', page);
  }

  @ForAct('keep-data-requests')
  @Get('/acts/:slug')
  async form(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Param('slug') slug: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.read(actor, id);
    const page = actPage(actOf(slug, read), read, { answer: '', route: '', errors: [] });
    return this.pages.show(reply, 'pages/data-protection/act.njk', page);
  }

  @ForAct('keep-data-requests')
  @Post('/acts/:slug')
  async act(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const act = requestAct(slug);
    if (act === undefined) throw notFound();
    const {
      raw,
      errors: unclean,
      idempotencyKey,
    } = readFields(request.body, { single: ['answer', 'route', 'revision'] });
    const again = async (errors: typeof unclean) => {
      const read = await this.read(actor, id);
      const page = actPage(act, read, { answer: raw.answer, route: raw.route, errors, idempotencyKey });
      return this.pages.show(reply, 'pages/data-protection/act.njk', page, 400);
    };
    const change = act.change(raw.answer.trim(), raw.route === '' ? null : (raw.route as RouteId));
    if (change === undefined || unclean.length > 0) {
      return again([...unclean, { field: 'answer', message: act.missing ?? '' }]);
    }
    const repeatable = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { requestId: id, revision: readRevision(raw.revision) };
    const outcome = await this.carryOut(actor, { input, change, repeatable });
    switch (outcome.kind) {
      case 'changed':
      case 'begun':
      case 'sealed':
      case 'restricted':
      case 'restriction-lifted':
        leaveNotice(request, { title: act.done, lines: [] });
        return this.pages.redirect(reply, `/data-protection/requests/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed(reply, id);
      case 'refused':
        return again([...whatToPutRight(outcome, ACT_REFUSALS)]);
    }
  }

  private async carryOut(
    actor: StaffActor,
    options: {
      input: { readonly requestId: InformationRequestId; readonly revision: number };
      change: NonNullable<ReturnType<RequestAct['change']>>;
      repeatable: Repeatable;
    },
  ) {
    const { input, change, repeatable } = options;
    if (change === 'begin-review')
      return resultOfForm(await this.beginReview.execute(actor, input, repeatable));
    if (change === 'restricted' || change === 'restriction-lifted')
      return resultOfForm(await this.restrict.execute(actor, { ...input, to: change }, repeatable));
    if (change === 'seal-pack') return resultOfForm(await this.sealPack.execute(actor, input, repeatable));
    return resultOfForm(await this.changeRequest.execute(actor, { ...input, change }, repeatable));
  }

  private async read(actor: StaffActor, id: InformationRequestId): Promise<Read> {
    const read = await this.readRequest.execute(actor, id);
    if (read.kind === 'not-found') throw notFound();
    return read;
  }

  private changed(reply: FastifyReply, id: InformationRequestId): Promise<FastifyReply> {
    const page = {
      title: REQUEST.changedTitle,
      text: REQUEST.changed,
      href: `/data-protection/requests/${id}`,
    };
    return this.pages.show(reply, 'pages/data-protection/changed.njk', page, 409);
  }
}

function actOf(slug: string, { request }: Read): RequestAct {
  const act = requestAct(slug);
  if (act === undefined || !deskActsOn(request).includes(act.slug)) throw notFound();
  return act;
}
