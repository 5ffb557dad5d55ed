import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReceiveRequest } from '#libs/casework';
import { mayDo, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, requestLists } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { NEW } from './desk.copy';
import { deskPage, newRequestPage } from './desk.page';
import { BLANK_REQUEST, NEW_REFUSALS, readNewRequest } from './new-request.form';

const NEW_TEMPLATE = 'pages/data-protection/new.njk';

@Controller('/data-protection')
export class DeskController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly receiveRequest: ReceiveRequest,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-data-requests')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { lists, now } = await this.work.read(actor, async (manager, at) => ({
      lists: await requestLists(manager),
      now: at,
    }));
    const page = deskPage(lists, {
      now,
      timezone: this.settings.area.timezone,
      nameOf: await this.colleagues.names(
        lists.open.map(({ ownerUserId }) => ownerUserId),
        actor.userId,
      ),
      mayKeep: mayDo(actor, 'keep-data-requests'),
      notice: takeNotice(request),
    });
    return this.pages.show(reply, 'pages/data-protection/desk.njk', page);
  }

  @ForAct('keep-data-requests')
  @Get('/requests/new')
  async form(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, NEW_TEMPLATE, newRequestPage({ raw: BLANK_REQUEST, errors: [] }));
  }

  @ForAct('keep-data-requests')
  @Post('/requests/new')
  async receive(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readNewRequest(request.body, this.settings.area.timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, NEW_TEMPLATE, newRequestPage({ raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.receiveRequest.execute(actor, form.input, act));
    switch (outcome.kind) {
      case 'received':
        leaveNotice(request, { title: NEW.saved, lines: [NEW.savedNext] });
        return this.pages.redirect(reply, `/data-protection/requests/${outcome.requestId}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(refusalErrors(outcome, NEW_REFUSALS, 'kind'));
    }
  }
}
