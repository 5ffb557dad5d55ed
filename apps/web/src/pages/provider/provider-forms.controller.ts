import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeclineRequest, EndSupport, NoteStillWanted } from '#libs/casework';
import type { ServiceRequestId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { asked, type Asked } from '../service-requests/asked';
import { DECLINE_FORM, END_FORM, STILL_WANTED_FORM } from '../service-requests/choice-forms';
import { readChoice } from '../service-requests/choice.form';
import { choicePage } from '../service-requests/choice.page';
import { conclude } from '../service-requests/conclude';
import { PROVIDER_REQUEST } from './provider.copy';
import { ProviderReading } from './provider-reading';
import { ShownReceived } from './shown-received';

interface Drawn {
  readonly one: Asked;
  readonly slug: string;
  readonly value: string;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

/** The answers of a service that need a reason from a list. */
@Controller('/provider/requests/:request/:form')
export class ProviderFormsController {
  private readonly forms: Readonly<Record<string, Asked>>;

  constructor(
    private readonly pages: Pages,
    private readonly reading: ProviderReading,
    private readonly shown: ShownReceived,
    private readonly serverKey: ServerKey,
    decline: DeclineRequest,
    stillWanted: NoteStillWanted,
    end: EndSupport,
  ) {
    this.forms = {
      decline: asked({
        act: 'answer-request',
        form: DECLINE_FORM,
        saved: PROVIDER_REQUEST.saved.declined,
        execute: (actor, input, { code, once }) => decline.execute(actor, { ...input, reason: code }, once),
      }),
      'still-wanted': asked({
        act: 'work-on-request',
        form: STILL_WANTED_FORM,
        saved: PROVIDER_REQUEST.saved.asked,
        execute: (actor, input, { code, once }) =>
          stillWanted.execute(actor, { ...input, answer: code }, once),
      }),
      end: asked({
        act: 'work-on-request',
        form: END_FORM,
        saved: PROVIDER_REQUEST.saved.ended,
        execute: (actor, input, { code, once }) => end.execute(actor, { ...input, ending: code }, once),
      }),
    };
  }

  @ForAct('see-received-requests')
  @Get()
  ask(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Param('form') slug: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const one = this.formOf(slug);
    return this.draw(reply, { actor, requestId }, { one, slug, value: '', errors: [] });
  }

  @ForAct('see-received-requests')
  @Post()
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Param('form') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const one = this.formOf(slug);
    const place = { actor, requestId };
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
      to: `/provider/requests/${requestId}`,
      changed: (sentence) => this.shown.show(reply, place, { notice: null, changed: sentence }),
      again,
    });
  }

  private formOf(slug: string): Asked {
    const one = Object.hasOwn(this.forms, slug) ? this.forms[slug] : undefined;
    if (one === undefined) throw notFound();
    return one;
  }

  private async draw(
    reply: FastifyReply,
    { actor, requestId }: { readonly actor: StaffActor; readonly requestId: ServiceRequestId },
    { one, slug, value, errors, idempotencyKey }: Drawn,
  ): Promise<FastifyReply> {
    const { request } = await this.reading.one(actor, one.act, requestId);
    const path = `/provider/requests/${requestId}`;
    const page = choicePage(one.form, {
      backHref: path,
      back: PROVIDER_REQUEST.one,
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
