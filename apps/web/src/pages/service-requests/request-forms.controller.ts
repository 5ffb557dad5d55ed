import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeclineRequest, EndSupport, NoteStillWanted, WithdrawRequest } from '#libs/casework';
import type { CaseId, ServiceRequestId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { requireAct } from '../form-acts/form-act';
import { END_FORM, NOTED_DECLINE_FORM, STILL_WANTED_FORM, WITHDRAW_FORM } from './choice-forms';
import { readChoice } from './choice.form';
import { choicePage } from './choice.page';
import { asked, type Asked } from './asked';
import { conclude } from './conclude';
import { RequestReading } from './request-reading';
import { REQUEST, STILL_WANTED, WITHDRAW } from './request.copy';
import { ShownRequest, type RequestPlace } from './shown-request';

/** The acts on a request of a case that need a reason from a list. */
@Controller('/cases/:id/requests/:request/:form')
export class RequestFormsController {
  private readonly forms: Readonly<Record<string, Asked>>;

  constructor(
    private readonly pages: Pages,
    private readonly reading: RequestReading,
    private readonly shown: ShownRequest,
    private readonly serverKey: ServerKey,
    withdraw: WithdrawRequest,
    stillWanted: NoteStillWanted,
    decline: DeclineRequest,
    end: EndSupport,
  ) {
    this.forms = {
      withdraw: asked({
        act: 'keep-requests',
        form: WITHDRAW_FORM,
        saved: WITHDRAW.saved,
        execute: (actor, input, { code, once }) => withdraw.execute(actor, { ...input, reason: code }, once),
      }),
      'still-wanted': asked({
        act: 'work-on-request',
        form: STILL_WANTED_FORM,
        saved: STILL_WANTED.saved,
        execute: (actor, input, { code, once }) =>
          stillWanted.execute(actor, { ...input, answer: code }, once),
      }),
      decline: asked({
        act: 'answer-request',
        form: NOTED_DECLINE_FORM,
        saved: REQUEST.saved,
        execute: (actor, input, { code, once }) => decline.execute(actor, { ...input, reason: code }, once),
      }),
      end: asked({
        act: 'work-on-request',
        form: END_FORM,
        saved: REQUEST.saved,
        execute: (actor, input, { code, once }) => end.execute(actor, { ...input, ending: code }, once),
      }),
    };
  }

  @ForAct('keep-requests', 'answer-request', 'work-on-request')
  @Get()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Param('form') slug: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const one = this.formOf(actor, slug);
    return this.draw(reply, { actor, id, requestId }, { one, slug, value: '', errors: [] });
  }

  @ForAct('keep-requests', 'answer-request', 'work-on-request')
  @Post()
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Param('form') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const one = this.formOf(actor, slug);
    const place = { actor, id, requestId };
    const form = readChoice(request.body, one.form);
    const { raw, idempotencyKey: key } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, place, { one, slug, value: raw.choice, errors, idempotencyKey: key });
    if (form.kind === 'invalid') return again(form.errors);
    const once = this.serverKey.repeatable('form', { request, key, content: raw });
    const input = { requestId, revision: form.revision };
    return conclude(await one.execute(actor, input, { choice: form.choice, once }), {
      pages: this.pages,
      request,
      reply,
      saved: one.saved,
      to: `/cases/${id}/requests/${requestId}`,
      changed: (sentence) => this.shown.show(reply, place, { notice: null, changed: sentence }),
      again,
    });
  }

  private formOf(actor: StaffActor, slug: string): Asked {
    const one = Object.hasOwn(this.forms, slug) ? this.forms[slug] : undefined;
    if (one === undefined) throw notFound();
    requireAct(actor, one.act);
    return one;
  }

  private async draw(
    reply: FastifyReply,
    { actor, id, requestId }: RequestPlace,
    drawn: {
      readonly one: Asked;
      readonly slug: string;
      readonly value: string;
      readonly errors: readonly FieldError[];
      readonly idempotencyKey?: string;
    },
  ): Promise<FastifyReply> {
    const { one, slug, value, errors, idempotencyKey } = drawn;
    const { request } = await this.reading.one(actor, one.act, { id, requestId });
    const path = `/cases/${id}/requests/${requestId}`;
    const page = choicePage(one.form, {
      backHref: path,
      back: REQUEST.title,
      action: `${path}/${slug}`,
      reference: request.reference,
      revision: request.revision,
      value,
      errors,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return this.pages.show(reply, 'pages/provider/choice.njk', page, errors.length > 0 ? 400 : 200);
  }
}
