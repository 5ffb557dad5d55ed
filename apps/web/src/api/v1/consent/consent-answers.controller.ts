import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { RecordConsent, WithdrawConsent, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { RECORD_REFUSALS, WITHDRAW_REFUSALS } from '../../../pages/consent/record.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { maybeTextOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { RecordConsentBody, WithdrawConsentBody } from './consent.dto';
import { ConsentRecordedView, ConsentWithdrawnView } from './consent.view';

@ApiTags('consent')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/consent')
export class ConsentAnswersController {
  constructor(
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
  ) {}

  @ForAct('record-consent')
  @ActAnswers({
    id: 'recordConsent',
    summary: 'Record what the person answered, or somebody who may answer for them',
    type: ConsentRecordedView,
    status: 201,
    ifMatch: true,
  })
  @Post('/answers')
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { recipient, purpose, decision, giver, how, ...optional }: RecordConsentBody,
  ): Promise<ConsentRecordedView> {
    const { dataClasses = [], authority = null, assessment, days = null } = optional;
    const answer = { decision, giver, authority, assessment: maybeTextOf(assessment), how, days };
    const input = { ...answer, caseId: id as CaseId, revision, recipient, purpose, dataClasses };
    const recorded = done(await this.recordConsent.execute(actor, input, repeatable), RECORD_REFUSALS);
    const { caseId, entryIds, closedShares } = recorded;
    return { caseId, entryIds: [...entryIds], closedShares };
  }

  @ForAct('record-consent')
  @ActAnswers({
    id: 'withdrawConsent',
    summary: 'Take an agreement back',
    description: 'It takes effect at once: access closes and what waits to be sent for it is not sent.',
    type: ConsentWithdrawnView,
    status: 201,
    ifMatch: true,
  })
  @Post('/withdrawals')
  async withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { recipient, purpose, dataClass, giver = 'person', how }: WithdrawConsentBody,
  ): Promise<ConsentWithdrawnView> {
    const input = {
      caseId: id as CaseId,
      revision,
      recipient,
      purpose,
      dataClass: dataClass ?? null,
      giver,
      how,
    };
    const withdrawn = done(await this.withdrawConsent.execute(actor, input, repeatable), WITHDRAW_REFUSALS);
    const { caseId, closedShares } = withdrawn;
    return { caseId, closedShares };
  }
}
