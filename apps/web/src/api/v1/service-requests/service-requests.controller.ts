import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { ServiceRequestId, StaffActor } from '#libs/domain';
import {
  awayAmong,
  caseConsent,
  caseRequests,
  deskRequests,
  PostgresUnitOfWork,
  type DeskCursor,
} from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { DeskRequestsQuery } from './service-request.query.dto';
import { DeskRequestsView, ServiceRequestView } from './service-request.view';
import { answering, deskRequestView, serviceRequestView } from './service-requests';

/** What was asked for in the cases of the desk. */
@ApiTags('service requests')
@ApiBearerAuth('bearer')
@Controller('/api/v1/service-requests')
export class ServiceRequestsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly cases: CaseReader,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-requests')
  @Answers({
    id: 'listServiceRequests',
    summary: 'Requests for support that services owe an answer for, and those that wait for a manager',
    type: DeskRequestsView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Query() query: DeskRequestsQuery): Promise<DeskRequestsView> {
    const late = query.which !== 'all';
    const name = late ? 'service-requests-late' : 'service-requests';
    const limit = limitOf(query);
    const after = this.cursors.read<DeskCursor>(name, query.cursor);
    return this.unitOfWork.read(actor, async (manager) => {
      const found = await deskRequests(manager, { late, limit: limit + 1, after });
      const owners = found.map(({ ownerUserId }) => ownerUserId);
      const away = await awayAmong(manager, [...owners, ...answering(found)]);
      return pageOf(found, {
        limit,
        item: (request) => deskRequestView(request, { away, actor }),
        cursor: ({ dueAt: at, id }) => this.cursors.write<DeskCursor>(name, { at, id }),
      });
    });
  }

  @ForAct('see-requests')
  @Answers({
    id: 'readServiceRequest',
    summary: 'One request for support, as the desk reads it',
    type: ServiceRequestView,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<ServiceRequestView> {
    const found = await this.unitOfWork.run(actor, (tx) => tx.serviceRequests.find(id as ServiceRequestId));
    if (found === null) throw notFound();
    return this.cases.with(actor, found.caseId, async (manager, caseFile, now) => {
      const requests = await caseRequests(manager, caseFile.caseId);
      const request = requests.find((one) => one.id === found.id);
      if (request === undefined) throw notFound();
      const consent = await caseConsent(manager, caseFile.caseId);
      const away = await awayAmong(manager, [caseFile.ownerUserId, ...answering([request])]);
      return serviceRequestView(request, { requests, consent, caseFile, away, actor, now });
    });
  }
}
