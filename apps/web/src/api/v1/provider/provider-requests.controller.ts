import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { mayActOnRequest, type ServiceRequestId, type StaffActor } from '#libs/domain';
import {
  agencyWorkers,
  openShareOf,
  peopleOfRequests,
  PostgresUnitOfWork,
  providerCaseload,
  providerInbox,
  receivedRequest,
  withdrawnNotices,
  type ReceivedRequest,
  type RequestCursor,
} from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { limitOf } from '../paging/page.query.dto';
import { takenBackView } from './taken-back';
import {
  CaseloadView,
  InboxView,
  ReceivedRequestView,
  TakenBackListView,
  WorkersView,
} from './received-request.view';
import { inboxLineView, receivedLineView, receivedRequestView } from './received-requests';
import { CaseloadQuery, InboxQuery } from './received.query.dto';

const MOST_NOTICES = 100;

/** What was sent to a service, for its own people. What was taken back, or is another agency's, is not there. */
@ApiTags('provider')
@ApiBearerAuth('bearer')
@Controller('/api/v1/provider')
export class ProviderRequestsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-received-requests')
  @Answers({
    id: 'listInbox',
    summary: 'Requests that were sent to your service',
    description: 'Each line that shows what a person agreed to show is written to the access log first.',
    type: InboxView,
    problems: [400, 401, 404, 422],
  })
  @Get('/inbox')
  async inbox(@CurrentActor() actor: StaffActor, @Query() query: InboxQuery): Promise<InboxView> {
    const tab = query.tab ?? 'new';
    const name = `inbox-${tab}`;
    const after = this.cursors.read<RequestCursor>(name, query.cursor);
    const asked = { agencyId: actor.agencyId, tab, limit: limitOf(query), after };
    const { requests, next } = await this.unitOfWork.read(actor, (manager) => providerInbox(manager, asked));
    await this.recordLooks(actor, requests);
    return {
      items: requests.map((request) => inboxLineView(request, actor)),
      nextCursor: next && this.cursors.write<RequestCursor>(name, next),
    };
  }

  @ForAct('see-received-requests')
  @Answers({
    id: 'listTakenBack',
    summary: 'Requests that were taken back from your service',
    type: TakenBackListView,
    problems: [401, 404],
  })
  @Get('/taken-back')
  takenBack(@CurrentActor() actor: StaffActor): Promise<TakenBackListView> {
    const { agencyId } = actor;
    return this.unitOfWork.read(actor, async (manager) => {
      const notices = await withdrawnNotices(manager, { agencyId, limit: MOST_NOTICES });
      return { items: notices.map(takenBackView) };
    });
  }

  @ForAct('see-received-requests')
  @Answers({
    id: 'listCaseload',
    summary: 'What your service answers for, those first who were first to ask',
    type: CaseloadView,
    problems: [400, 401, 404, 422],
  })
  @Get('/caseload')
  async caseload(@CurrentActor() actor: StaffActor, @Query() query: CaseloadQuery): Promise<CaseloadView> {
    const tab = query.view ?? 'all';
    const name = `caseload-${tab}`;
    const { agencyId, userId } = actor;
    const after = this.cursors.read<RequestCursor>(name, query.cursor);
    const asked = { agencyId, userId, tab, limit: limitOf(query), after };
    const { requests, next } = await this.unitOfWork.read(actor, (manager) =>
      providerCaseload(manager, asked),
    );
    return {
      items: requests.map((request) => receivedLineView(request, actor)),
      nextCursor: next && this.cursors.write<RequestCursor>(name, next),
    };
  }

  @ForAct('allocate-request')
  @Answers({
    id: 'listWorkers',
    summary: 'Who of your agency may be named to meet somebody',
    type: WorkersView,
    problems: [401, 404],
  })
  @Get('/workers')
  async workers(@CurrentActor() actor: StaffActor): Promise<WorkersView> {
    return { userIds: await this.unitOfWork.read(actor, agencyWorkers) };
  }

  @ForAct('see-received-requests')
  @Answers({
    id: 'readReceivedRequest',
    summary: 'One request as your service reads it',
    description: 'The look is written to the access log before the answer leaves.',
    type: ReceivedRequestView,
  })
  @Get('/requests/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ServiceRequestId,
  ): Promise<ReceivedRequestView> {
    const request = await this.unitOfWork.run(actor, async (tx) => {
      const found = await tx.serviceRequests.find(id);
      if (found === null) throw notFound();
      const walls = await tx.walls.standing([found.personId]);
      if (!mayActOnRequest(actor, 'see-received-requests', { request: found, walls })) throw notFound();
      const { personId, caseId } = found;
      await tx.accessLog.record([{ personId, caseId, what: 'needs', basis: 'share' }]);
      return found;
    });
    return this.unitOfWork.read(actor, async (manager, now) => {
      const received = await receivedRequest(manager, id);
      if (received === null) throw notFound();
      const shareId = await openShareOf(manager, request);
      return receivedRequestView(received, { request, shareId, actor, now });
    });
  }

  /** A line that shows what the person agreed to show is a look at it, recorded before the answer leaves (P8). */
  private async recordLooks(actor: StaffActor, requests: readonly ReceivedRequest[]): Promise<void> {
    const shown = requests.filter(({ minimum }) => minimum !== null).map(({ id }) => id);
    if (shown.length === 0) return;
    const people = await this.unitOfWork.read(actor, (manager) => peopleOfRequests(manager, shown));
    await this.unitOfWork.run(actor, (tx) =>
      tx.accessLog.record(people.map((one) => ({ ...one, what: 'needs', basis: 'request-list' }))),
    );
  }
}
