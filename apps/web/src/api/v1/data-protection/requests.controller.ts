import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadRequest, ReceiveRequest, type Repeatable } from '#libs/casework';
import { instantAtLocal, type InformationRequestId, type Instant, type StaffActor } from '#libs/domain';
import {
  clockVersions,
  informationRequests,
  PostgresUnitOfWork,
  type RegisterPlace,
} from '#libs/persistence';
import { invalidInput, notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { isLive } from '../paging/register.query.dto';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { InformationRequestQuery, ReceiveRequestBody } from './information-request.dto';
import {
  InformationRequestPageView,
  informationRequestView,
  RequestReceivedView,
} from './information-request.view';
import { OpenedInformationRequestView, openedRequestView } from './opened-request.view';
import { RECEIVE_REFUSALS } from './request.copy';

@ApiTags('data protection')
@ApiBearerAuth('bearer')
@Controller('/api/v1/information-requests')
export class InformationRequestsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly receiveRequest: ReceiveRequest,
    private readonly readRequest: ReadRequest,
    private readonly cursors: Cursors,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-data-requests')
  @Answers({
    id: 'listInformationRequests',
    summary: 'The register of requests about people’s data',
    type: InformationRequestPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query() query: InformationRequestQuery,
  ): Promise<InformationRequestPageView> {
    const [limit, live] = [limitOf(query), isLive(query)];
    const list = `information requests ${live ? 'live' : 'ended'}`;
    const after = this.cursors.read<RegisterPlace<InformationRequestId>>(list, query.cursor);
    const asked = { live, kind: query.kind ?? null, after, limit: limit + 1 };
    return this.unitOfWork.read(actor, async (manager, now) =>
      pageOf(await informationRequests(manager, asked), {
        limit,
        item: (request) => informationRequestView(request, { actor, now }),
        cursor: ({ id, nextDueAt, closedAt, receivedAt }) =>
          this.cursors.write(list, { id, at: closedAt ?? nextDueAt ?? receivedAt }),
      }),
    );
  }

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'receiveInformationRequest',
    summary: 'Record a request about somebody’s data',
    description: 'The clock counts from the day on which it came in, whoever took it.',
    type: RequestReceivedView,
    status: 201,
  })
  @Post()
  async receive(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { receivedOn, caseReference, name, replyTo, counselling, ...body }: ReceiveRequestBody,
  ): Promise<RequestReceivedView> {
    const input = {
      ...body,
      caseReference: caseReference?.trim().toUpperCase() ?? null,
      receivedAt: this.startOf(receivedOn),
      name: name?.trim() ?? null,
      replyTo: replyTo?.trim() ?? null,
      counselling: body.kind === 'victim-information' && counselling === true,
    };
    const outcome = done(await this.receiveRequest.execute(actor, input, repeatable), RECEIVE_REFUSALS);
    return { id: outcome.requestId, reference: outcome.reference };
  }

  @ForAct('see-data-requests')
  @Answers({
    id: 'readInformationRequest',
    summary: 'One request, with who asks and in which words',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedInformationRequestView,
    etag: true,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedInformationRequestView> {
    const requestId = id as InformationRequestId;
    const read = await this.readRequest.execute(actor, requestId);
    if (read.kind === 'not-found') throw notFound();
    return this.unitOfWork.read(actor, async (manager, now) => {
      const view = openedRequestView(read, { actor, now, versions: await clockVersions(manager, requestId) });
      reply.header('etag', view.etag);
      return view;
    });
  }

  /** A request counts by its day: the first instant of it. */
  private startOf(date: string): Instant {
    const { timezone } = this.settings.area;
    const found =
      date < FIRST_DAY
        ? null
        : instantAtLocal({ date, time: '00:00', timezone, repeated: 'earlier', missing: 'after' });
    if (found?.kind === 'instant') return found.at;
    throw invalidInput([{ field: 'receivedOn', message: `receivedOn must be ${FIRST_DAY} or later` }]);
  }
}

/** The law that gives these rights began on this day. */
const FIRST_DAY = '2018-05-25';
