import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChooseService } from '#libs/casework';
import type { CaseId, ServiceRequestId, StaffActor } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { caseFrame } from '../cases/case-frame.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { readRevision } from '../stale-forms/read-revision';
import { conclude } from './conclude';
import { serviceChoices } from './choices.page';
import { readReason, readService } from './new-request.form';
import { RequestReading } from './request-reading';
import { RoutedChoices } from './routed-choices';
import { NEW_REQUEST, REQUEST } from './request.copy';
import { ShownRequest, type RequestPlace } from './shown-request';

/** Names the service for a request that is at the desk: one that came back, or one that had none. */
@Controller('/cases/:id/requests/:request/choose')
export class ChooseController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RequestReading,
    private readonly shown: ShownRequest,
    private readonly routedChoices: RoutedChoices,
    private readonly chooseService: ChooseService,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('keep-requests')
  @Get()
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(reply, { actor, id, requestId }, { raw: { serviceId: '', reason: '' }, errors: [] });
  }

  @ForAct('keep-requests')
  @Post()
  async choose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = { actor, id, requestId };
    const {
      raw,
      errors: unclean,
      idempotencyKey: key,
    } = readFields(request.body, { single: ['revision', 'serviceId', 'reason'] });
    const revision = readRevision(raw.revision);
    const serviceId = readService(raw.serviceId);
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, place, { raw, errors, idempotencyKey: key });
    if (serviceId === undefined || serviceId === null || unclean.length > 0)
      return again([...unclean, { field: 'serviceId', message: NEW_REQUEST.errors.serviceId }]);
    const once = this.serverKey.repeatable('form', { request, key, content: raw });
    const input = { requestId, revision, serviceId, reason: readReason(raw.reason) };
    return conclude(await this.chooseService.execute(actor, input, once), {
      pages: this.pages,
      request,
      reply,
      saved: REQUEST.chosen,
      to: `/cases/${id}/requests/${requestId}`,
      changed: (sentence) => this.shown.show(reply, place, { notice: null, changed: sentence }),
      again,
    });
  }

  private async draw(
    reply: FastifyReply,
    { actor, id, requestId }: RequestPlace,
    drawn: {
      readonly raw: { readonly serviceId: string; readonly reason: string };
      readonly errors: readonly FieldError[];
      readonly idempotencyKey?: string;
    },
  ): Promise<FastifyReply> {
    const parts = await this.reading.one(actor, 'keep-requests', { id, requestId });
    const { request } = parts;
    const { kind } = request;
    const routed = await this.routedChoices.of(actor, { caseId: id, kind, now: parts.now });
    const { directory } = parts;
    const choices = serviceChoices(routed, { directory, role: actor.role, kind });
    const { raw } = drawn;
    const path = `/cases/${id}/requests/${requestId}`;
    const page = {
      title: NEW_REQUEST.choosing,
      legend: NEW_REQUEST.serviceLegend,
      submit: NEW_REQUEST.chooseSubmit,
      nothing: NEW_REQUEST.noneToChoose,
      back: REQUEST.title,
      backHref: path,
      action: `${path}/choose`,
      frame: caseFrame(parts, 'support'),
      kindName: parts.names.kind(request.kind),
      words: NEW_REQUEST,
      items: choices.items,
      leadNames: choices.leads,
      decided: choices.decided,
      reasonItems: choices.reasons,
      reason: raw.reason,
      value: raw.serviceId === '' ? (request.suggestedServiceId ?? request.serviceId ?? '') : raw.serviceId,
      revision: request.revision,
      errors: drawn.errors,
      wrong: wrongFields(drawn.errors),
      idempotencyKey: drawn.idempotencyKey,
    };
    const status = drawn.errors.length > 0 ? 400 : 200;
    return this.pages.show(reply, 'pages/service-requests/choose.njk', page, status);
  }
}
