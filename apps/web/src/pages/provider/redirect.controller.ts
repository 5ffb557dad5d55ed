import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RedirectRequest } from '#libs/casework';
import { REQUEST_REDIRECTS, type ServiceRequestId, type StaffActor } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { wrongFields } from '../form-acts/wrong-fields';
import { conclude } from '../service-requests/conclude';
import { readService } from '../service-requests/new-request.form';
import { REDIRECT_WORDS } from '../service-requests/request-words.copy';
import { readRevision } from '../stale-forms/read-revision';
import { PROVIDER_REQUEST, REDIRECT } from './provider.copy';
import { ProviderReading } from './provider-reading';
import { ShownReceived } from './shown-received';

interface Drawn {
  readonly raw: { readonly reason: string; readonly serviceId: string };
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

/** A service suggests another one instead of itself. The desk asks the person before anything goes there. */
@Controller('/provider/requests/:request/redirect')
export class RedirectRequestController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ProviderReading,
    private readonly shown: ShownReceived,
    private readonly redirectRequest: RedirectRequest,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('see-received-requests')
  @Get()
  ask(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(reply, { actor, requestId }, { raw: { reason: '', serviceId: '' }, errors: [] });
  }

  @ForAct('see-received-requests')
  @Post()
  async redirect(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = { actor, requestId };
    const {
      raw,
      errors: unclean,
      idempotencyKey: key,
    } = readFields(request.body, { single: ['revision', 'reason', 'serviceId'] });
    const revision = readRevision(raw.revision);
    const reason = REQUEST_REDIRECTS.find((code) => code === raw.reason);
    const toServiceId = readService(raw.serviceId) ?? null;
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, place, { raw, errors, idempotencyKey: key });
    if (reason === undefined || toServiceId === null || unclean.length > 0)
      return again([
        ...unclean,
        ...(toServiceId === null ? [{ field: 'serviceId', message: REDIRECT.errors.serviceId }] : []),
        ...(reason === undefined ? [{ field: 'reason', message: REDIRECT.errors.reason }] : []),
      ]);
    const once = this.serverKey.repeatable('form', { request, key, content: raw });
    const input = { requestId, revision, toServiceId, reason };
    return conclude(await this.redirectRequest.execute(actor, input, once), {
      pages: this.pages,
      request,
      reply,
      saved: PROVIDER_REQUEST.saved.redirected,
      to: `/provider/requests/${requestId}`,
      changed: (sentence) => this.shown.show(reply, place, { notice: null, changed: sentence }),
      again,
    });
  }

  private async draw(
    reply: FastifyReply,
    { actor, requestId }: { readonly actor: StaffActor; readonly requestId: ServiceRequestId },
    { raw, errors, idempotencyKey }: Drawn,
  ): Promise<FastifyReply> {
    const { request, directory } = await this.reading.one(actor, 'answer-request', requestId);
    const others = directory.services.filter(
      ({ service }) =>
        service.kind === request.kind && service.state === 'open' && service.id !== request.serviceId,
    );
    const path = `/provider/requests/${requestId}`;
    const page = {
      ...REDIRECT,
      back: PROVIDER_REQUEST.one,
      backHref: path,
      action: `${path}/redirect`,
      reference: request.reference,
      revision: request.revision,
      raw,
      errors,
      wrong: wrongFields(errors),
      idempotencyKey,
      serviceItems: others.map(({ service }) => ({
        value: service.id,
        text: service.name,
        hint: { text: directory.agencyName(service.agencyId) },
      })),
      reasonItems: REQUEST_REDIRECTS.map((value) => ({ value, text: REDIRECT_WORDS[value] })),
    };
    return this.pages.show(reply, 'pages/provider/redirect.njk', page, errors.length > 0 ? 400 : 200);
  }
}
