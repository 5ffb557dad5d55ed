import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  CheckCrimeNumber,
  OfferTransfer,
  RecordPoliceReport,
  RestartSupport,
  type Repeatable,
} from '#libs/casework';
import type { AgencyId, CaseId, StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { CheckCrimeNumberBody, OfferTransferBody, RecordPoliceReportBody } from './case-support.dto';
import { RestartBegunView, SupportNotedView, TransferOfferedView } from './case-support.view';
import { RESTART_REFUSALS, SUPPORT_REFUSALS } from './support.copy';

/** The person moves away, has told the police themselves, or wants support again. */
@ApiTags('kinds of support')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class SupportMovesController {
  constructor(
    private readonly transfer: OfferTransfer,
    private readonly police: RecordPoliceReport,
    private readonly crimeNumber: CheckCrimeNumber,
    private readonly restart: RestartSupport,
  ) {}

  @ForAct('transfer-case')
  @ActAnswers({
    id: 'offerTransfer',
    summary: 'Begin to hand a person over to the service of another area, as they agreed',
    description:
      'The case and its clocks stay ours until that service has said that it has the person. Send the ETag of the case.',
    type: TransferOfferedView,
    status: 201,
    ifMatch: true,
  })
  @Post('/transfers')
  async offer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { to, agreedHow }: OfferTransferBody,
  ): Promise<TransferOfferedView> {
    const input = { caseId, revision, to: textOf(to), agreedHow };
    const { taskId } = done(await this.transfer.execute(actor, input, repeatable), SUPPORT_REFUSALS.transfer);
    return { caseId, taskId };
  }

  @ForAct('record-police-report')
  @ActAnswers({
    id: 'recordPoliceReport',
    summary: 'Record that the person has reported to the police themselves',
    description: 'Nothing goes to the police by it. Send the ETag of the case.',
    type: SupportNotedView,
    status: 201,
    ifMatch: true,
  })
  @Post('/police-report')
  async report(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { policeAgencyId, reportedOn, crimeReference }: RecordPoliceReportBody,
  ): Promise<SupportNotedView> {
    const said = { policeAgencyId: policeAgencyId as AgencyId, reportedOn };
    const input = { ...said, caseId, revision, crimeReference: textOf(crimeReference) };
    done(await this.police.execute(actor, input, repeatable), SUPPORT_REFUSALS.police);
    return { caseId };
  }

  @ForAct('record-police-report')
  @ActAnswers({
    id: 'checkCrimeNumber',
    summary: 'Read the crime number again, as a second person',
    description:
      'Only a number that two people wrote alike is compared with those of others. Send the ETag of the case.',
    type: SupportNotedView,
    ifMatch: true,
  })
  @Post('/police-report/crime-number')
  async check(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { crimeReference }: CheckCrimeNumberBody,
  ): Promise<SupportNotedView> {
    const input = { caseId, revision, crimeReference: textOf(crimeReference) };
    done(await this.crimeNumber.execute(actor, input, repeatable), SUPPORT_REFUSALS.crimeNumber);
    return { caseId };
  }

  @ForAct('restart-support')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'restartSupport',
    summary: 'Begin support again for somebody whose case is closed',
    description: 'Who they are is read for it, and that is written to the access log first.',
    type: RestartBegunView,
    status: 201,
  })
  @Post('/restart')
  async begin(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<RestartBegunView> {
    const { searchId } = done(await this.restart.execute(actor, { caseId }, repeatable), RESTART_REFUSALS);
    return { caseId, searchId };
  }
}
