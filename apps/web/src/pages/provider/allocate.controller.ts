import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllocateRequest } from '#libs/casework';
import type { ServiceRequestId, StaffActor } from '#libs/domain';
import { agencyWorkers, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { readChoice } from '../service-requests/choice.form';
import { choicePage } from '../service-requests/choice.page';
import { conclude } from '../service-requests/conclude';
import { ALLOCATE, PROVIDER_REQUEST } from './provider.copy';
import { ProviderReading } from './provider-reading';
import { ShownReceived } from './shown-received';

/** A coordinator names who meets the person. */
@Controller('/provider/requests/:request/allocate')
export class AllocateController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ProviderReading,
    private readonly shown: ShownReceived,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly allocateRequest: AllocateRequest,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('allocate-request')
  @Get()
  ask(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    this.requireCoordinator(actor);
    return this.draw(reply, { actor, requestId }, { value: '', errors: [] });
  }

  @ForAct('allocate-request')
  @Post()
  async allocate(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    this.requireCoordinator(actor);
    const place = { actor, requestId };
    const codes = await this.work.read(actor, agencyWorkers);
    const form = readChoice(request.body, { codes, missing: ALLOCATE.error });
    const { raw, idempotencyKey: key } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, place, { value: raw.choice, errors, idempotencyKey: key });
    if (form.kind === 'invalid') return again(form.errors);
    const once = this.serverKey.repeatable('form', { request, key, content: raw });
    const input = { requestId, revision: form.revision, userId: form.choice };
    return conclude(await this.allocateRequest.execute(actor, input, once), {
      pages: this.pages,
      request,
      reply,
      saved: PROVIDER_REQUEST.saved.allocated,
      to: `/provider/requests/${requestId}`,
      changed: (sentence) => this.shown.show(reply, place, { notice: null, changed: sentence }),
      again,
    });
  }

  /** A worker takes on what is nobody's with a button of its own, and gives nothing to anybody else. */
  private requireCoordinator(actor: StaffActor): void {
    if (actor.role !== 'provider-coordinator') throw notFound();
  }

  private async draw(
    reply: FastifyReply,
    { actor, requestId }: { readonly actor: StaffActor; readonly requestId: ServiceRequestId },
    drawn: {
      readonly value: string;
      readonly errors: readonly FieldError[];
      readonly idempotencyKey?: string;
    },
  ): Promise<FastifyReply> {
    const { request } = await this.reading.one(actor, 'allocate-request', requestId);
    const codes = await this.work.read(actor, agencyWorkers);
    const nameOf = await this.colleagues.names(codes, actor.userId);
    const path = `/provider/requests/${requestId}`;
    const form = {
      title: ALLOCATE.title,
      lines: [ALLOCATE.effect],
      legend: ALLOCATE.legend,
      codes,
      words: Object.fromEntries(codes.map((id) => [id, nameOf(id)])),
      missing: ALLOCATE.error,
      submit: ALLOCATE.submit,
    };
    const page = choicePage<string>(form, {
      backHref: path,
      back: PROVIDER_REQUEST.one,
      action: `${path}/allocate`,
      reference: request.reference,
      revision: request.revision,
      ...drawn,
    });
    return this.pages.show(reply, 'pages/provider/choice.njk', page, drawn.errors.length > 0 ? 400 : 200);
  }
}
