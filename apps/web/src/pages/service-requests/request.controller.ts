import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AcceptRequest,
  AcknowledgeRequest,
  ChooseBetween,
  KeepPlace,
  SendRequest,
  StartSupport,
  TakeOnRequest,
  type Once,
  type Repeatable,
  type RequestAct,
} from '#libs/casework';
import type { CaseId, ServiceRequestId, StaffActor } from '#libs/domain';
import { badRequest } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { takeNotice, type Notice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { conclude, type ActOutcome } from './conclude';
import { REQUEST } from './request.copy';
import { ShownRequest, type RequestPlace } from './shown-request';

/** One request of a case, and the acts on it that are one button each. */
@Controller('/cases/:id/requests/:request')
export class RequestController {
  constructor(
    private readonly pages: Pages,
    private readonly shown: ShownRequest,
    private readonly serverKey: ServerKey,
    private readonly sendRequest: SendRequest,
    private readonly acknowledgeRequest: AcknowledgeRequest,
    private readonly acceptRequest: AcceptRequest,
    private readonly startSupport: StartSupport,
    private readonly takeOnRequest: TakeOnRequest,
    private readonly chooseBetween: ChooseBetween,
    private readonly keepPlace: KeepPlace,
  ) {}

  @ForAct('see-requests')
  @Get()
  show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.shown.show(reply, { actor, id, requestId }, { notice: takeNotice(request) });
  }

  @ForAct('keep-requests')
  @Post('/send')
  send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, id, requestId }, { request, reply, saved: REQUEST.sentSaved }, (input, once) =>
      this.sendRequest.execute(actor, input, once),
    );
  }

  @ForAct('take-on-request')
  @Post('/take-on')
  takeOn(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, id, requestId }, { request, reply, saved: REQUEST.tookOn }, (input, once) =>
      this.takeOnRequest.execute(actor, input, once),
    );
  }

  @ForAct('keep-requests')
  @Post('/keep-place')
  holdPlace(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, id, requestId }, { request, reply, saved: REQUEST.held }, (input, once) =>
      this.keepPlace.execute(actor, input, once),
    );
  }

  @ForAct('answer-request')
  @Post('/acknowledge')
  acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, id, requestId }, { request, reply, saved: REQUEST.saved }, (input, once) =>
      this.acknowledgeRequest.execute(actor, input, once),
    );
  }

  @ForAct('answer-request')
  @Post('/accept')
  accept(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, id, requestId }, { request, reply, saved: REQUEST.saved }, (input, once) =>
      this.acceptRequest.execute(actor, { ...input, allocateTo: null }, once),
    );
  }

  @ForAct('work-on-request')
  @Post('/start')
  start(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, id, requestId }, { request, reply, saved: REQUEST.saved }, (input, once) =>
      this.startSupport.execute(actor, input, once),
    );
  }

  /** Which of two services is kept: the form names it, for the person has chosen. */
  @ForAct('keep-requests')
  @Post('/keep')
  keep(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: ['revision', 'keep'] });
    if (!isSafeId(raw.keep)) throw badRequest('The form does not name a request. Open the page again.');
    const keep = raw.keep as string as ServiceRequestId;
    const once = this.serverKey.repeatable('form', { request, key, content: raw });
    const input = { requestId, revision: readRevision(raw.revision), keep };
    return this.end(
      { actor, id, requestId },
      { request, reply, saved: REQUEST.kept },
      this.chooseBetween.execute(actor, input, once),
    );
  }

  private press<Result extends ActOutcome>(
    place: RequestPlace,
    answer: { request: FastifyRequest; reply: FastifyReply; saved: Notice },
    execute: (input: RequestAct, once: Repeatable) => Promise<Once<Result>>,
  ): Promise<FastifyReply> {
    const { revision, act } = readButton(answer.request, this.serverKey);
    return this.end(place, answer, execute({ requestId: place.requestId, revision }, act));
  }

  private async end<Result extends ActOutcome>(
    place: RequestPlace,
    answer: { request: FastifyRequest; reply: FastifyReply; saved: Notice },
    done: Promise<Once<Result>>,
  ): Promise<FastifyReply> {
    return conclude(await done, {
      ...answer,
      pages: this.pages,
      to: `/cases/${place.id}/requests/${place.requestId}`,
      changed: (sentence) => this.shown.show(answer.reply, place, { notice: null, changed: sentence }),
    });
  }
}
