import { Body, Controller, Get, Param, Post, Res, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpenPack, SealPack, type Repeatable } from '#libs/casework';
import type { InformationRequestId, RouteId, StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { WithFreshFactor } from '../../../sign-in/with-fresh-factor.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done, doneIn } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { DeliverPackBody } from './information-request.dto';
import { InformationRequestView } from './information-request.view';
import { SubjectPackView } from './pack.view';
import { RequestDesk } from './request-desk';
import { actRefusals } from './request.copy';

@ApiTags('data protection')
@ApiBearerAuth('bearer')
@Controller('/api/v1/information-requests/:id/pack')
export class PackController {
  constructor(
    private readonly desk: RequestDesk,
    private readonly sealPack: SealPack,
    private readonly openPack: OpenPack,
  ) {}

  @ForAct('keep-data-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'sealSubjectPack',
    summary: 'Seal the pack as it was decided',
    description: 'A fingerprint of it goes into the journal, its content nowhere.',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/seal')
  async seal(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<InformationRequestView> {
    const input = { requestId: id as InformationRequestId, revision };
    done(await this.sealPack.execute(actor, input, repeatable), actRefusals());
    return this.desk.standing(actor, id);
  }

  @ForAct('keep-data-requests')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'reopenSubjectPack',
    summary: 'Put a sealed pack aside and look through it again',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/reopen')
  reopen(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<InformationRequestView> {
    return this.desk.change(actor, { id, revision, change: { kind: 'reopen-review' } }, repeatable);
  }

  /** Sent as it was sealed, byte for byte, so that whoever gets it can hold it against the fingerprint. */
  @ForAct('keep-data-requests')
  @Answers({
    id: 'readSubjectPack',
    summary: 'The sealed pack, until it is handed over',
    description:
      'Needs a token of a sign-in of the last 5 minutes: 401 otherwise, with max_age in WWW-Authenticate. Each reading is written to the access log before the answer leaves. Repr-Digest is the fingerprint in the journal.',
    type: SubjectPackView,
    problems: [400, 401, 404, 503],
  })
  @WithFreshFactor()
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.openPack.execute(actor, id as InformationRequestId);
    const { json, request: asked } = doneIn(opened, { unreadable: UNREADABLE });
    const digest = Buffer.from(asked.packHash ?? '', 'hex').toString('base64');
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="pack.json"')
      .header('repr-digest', `sha-256=:${digest}:`)
      .send(json);
  }

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'deliverSubjectPack',
    summary: 'Record that the pack was handed over',
    description:
      'By post or email only by a way that is safe at this minute. After it the pack opens for nobody.',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/delivery')
  deliver(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { how, routeId }: DeliverPackBody,
  ): Promise<InformationRequestView> {
    const change = { kind: 'deliver', how, routeId: (routeId ?? null) as RouteId | null } as const;
    return this.desk.change(actor, { id, revision, change, answer: 'how' }, repeatable);
  }
}
