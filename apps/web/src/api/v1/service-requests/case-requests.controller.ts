import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ProposeRequest, type Repeatable } from '#libs/casework';
import type { CaseId, ServiceId, StaffActor } from '#libs/domain';
import { awayAmong, caseConsent, caseRequests } from '#libs/persistence';
import { REQUEST_REFUSALS } from '../../../pages/service-requests/request-refusals.copy';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ProposeServiceRequestBody } from './service-request.dto';
import { CaseServiceRequestsView, ServiceRequestProposedView } from './service-request.view';
import { answering, serviceRequestView } from './service-requests';

/** What was asked for in a case. */
@ApiTags('service requests')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/service-requests')
export class CaseRequestsController {
  constructor(
    private readonly cases: CaseReader,
    private readonly proposeRequest: ProposeRequest,
  ) {}

  @ForAct('see-requests')
  @Answers({
    id: 'listCaseServiceRequests',
    summary: 'The support that was asked for in a case, and who answers for each of it now',
    type: CaseServiceRequestsView,
  })
  @Get()
  list(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<CaseServiceRequestsView> {
    return this.cases.with(actor, id, async (manager, caseFile, now) => {
      const { caseId } = caseFile;
      const requests = await caseRequests(manager, caseId);
      const away = await awayAmong(manager, [caseFile.ownerUserId, ...answering(requests)]);
      const consent = await caseConsent(manager, caseId);
      const around = { requests, consent, caseFile, away, actor, now };
      return { caseId, items: requests.map((request) => serviceRequestView(request, around)) };
    });
  }

  @ForAct('keep-requests')
  @ActAnswers({
    id: 'proposeServiceRequest',
    summary: 'Write down that a person wants a kind of support',
    description:
      'Nothing leaves before it is sent. A service that the routing of the case does not put first needs a reason; what a lead decides is refused with 409 to anybody else.',
    type: ServiceRequestProposedView,
    status: 201,
  })
  @Post()
  async propose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { kind, band, serviceId, decisionId, reason }: ProposeServiceRequestBody,
  ): Promise<ServiceRequestProposedView> {
    const input = {
      caseId: id as CaseId,
      kind,
      band,
      serviceId: (serviceId ?? null) as ServiceId | null,
      decisionId: decisionId ?? null,
      reason: reason ?? null,
    };
    const { requestId, caseId } = done(
      await this.proposeRequest.execute(actor, input, repeatable),
      REQUEST_REFUSALS,
    );
    return { id: requestId, caseId };
  }
}
