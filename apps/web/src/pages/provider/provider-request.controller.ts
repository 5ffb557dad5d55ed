import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AcceptRequest,
  AcknowledgeRequest,
  AllocateRequest,
  NoteReview,
  StartSupport,
  type Once,
  type Repeatable,
  type RequestAct,
} from '#libs/casework';
import type { ServiceRequestId, StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { takeNotice, type Notice } from '../notices/notice';
import { conclude, type ActOutcome } from '../service-requests/conclude';
import { PROVIDER_REQUEST } from './provider.copy';
import { ShownReceived } from './shown-received';

interface Pressed {
  readonly actor: StaffActor;
  readonly requestId: ServiceRequestId;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly saved: Notice;
}

const { saved } = PROVIDER_REQUEST;

/** One request as its service sees it, and the acts on it that are one button each. */
@Controller('/provider/requests/:request')
export class ProviderRequestController {
  constructor(
    private readonly pages: Pages,
    private readonly shown: ShownReceived,
    private readonly serverKey: ServerKey,
    private readonly acknowledgeRequest: AcknowledgeRequest,
    private readonly acceptRequest: AcceptRequest,
    private readonly allocateRequest: AllocateRequest,
    private readonly startSupport: StartSupport,
    private readonly noteReview: NoteReview,
  ) {}

  @ForAct('see-received-requests')
  @Get()
  show(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.shown.show(reply, { actor, requestId }, { notice: takeNotice(request) });
  }

  @ForAct('see-received-requests')
  @Post('/acknowledge')
  acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, requestId, request, reply, saved: saved.acknowledged }, (input, once) =>
      this.acknowledgeRequest.execute(actor, input, once),
    );
  }

  @ForAct('see-received-requests')
  @Post('/accept')
  accept(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, requestId, request, reply, saved: saved.accepted }, (input, once) =>
      this.acceptRequest.execute(actor, { ...input, allocateTo: null }, once),
    );
  }

  @ForAct('see-received-requests')
  @Post('/accept-mine')
  acceptMine(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, requestId, request, reply, saved: saved.acceptedMine }, (input, once) =>
      this.acceptRequest.execute(actor, { ...input, allocateTo: actor.userId }, once),
    );
  }

  @ForAct('see-received-requests')
  @Post('/take')
  take(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, requestId, request, reply, saved: saved.taken }, (input, once) =>
      this.allocateRequest.execute(actor, { ...input, userId: actor.userId }, once),
    );
  }

  @ForAct('see-received-requests')
  @Post('/start')
  start(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, requestId, request, reply, saved: saved.started }, (input, once) =>
      this.startSupport.execute(actor, input, once),
    );
  }

  @ForAct('see-received-requests')
  @Post('/review')
  review(
    @CurrentActor() actor: StaffActor,
    @Param('request', SafeIdPipe) requestId: ServiceRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.press({ actor, requestId, request, reply, saved: saved.reviewed }, (input, once) =>
      this.noteReview.execute(actor, input, once),
    );
  }

  private async press<Result extends ActOutcome>(
    pressed: Pressed,
    execute: (input: RequestAct, once: Repeatable) => Promise<Once<Result>>,
  ): Promise<FastifyReply> {
    const { actor, requestId, request, reply, saved: notice } = pressed;
    const { revision, act } = readButton(request, this.serverKey);
    return conclude(await execute({ requestId, revision }, act), {
      pages: this.pages,
      request,
      reply,
      saved: notice,
      to: `/provider/requests/${requestId}`,
      changed: (sentence) =>
        this.shown.show(reply, { actor, requestId }, { notice: null, changed: sentence }),
    });
  }
}
