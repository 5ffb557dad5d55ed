import { Controller, Get, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AcknowledgeRisk, type Repeatable } from '#libs/casework';
import type { ReferralId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, urgentPageOf } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { ReferralReader } from '../referrals/referral-reader';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ReferralUrgentPageView, referralUrgentPageView, RiskAcknowledgedView } from './urgent-page.view';

@ApiTags('urgent pages')
@ApiBearerAuth('bearer')
@Controller('/api/v1/referrals/:id')
export class RiskController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly referrals: ReferralReader,
    private readonly acknowledgeRisk: AcknowledgeRisk,
  ) {}

  @ForAct('acknowledge-risk')
  @Answers({
    id: 'readUrgentPageOfReferral',
    summary: 'Whether a referral paged somebody at once, and whether anybody has answered',
    description: 'A referral that raised no page has none: 404.',
    type: ReferralUrgentPageView,
  })
  @Get('/urgent-page')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<ReferralUrgentPageView> {
    const { referralId } = await this.referrals.read(actor, 'acknowledge-risk', id);
    const page = await this.unitOfWork.read(actor, (manager) => urgentPageOf(manager, referralId));
    if (page === null) throw notFound();
    return referralUrgentPageView(referralId, { page, actor });
  }

  @ForAct('acknowledge-risk')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'acknowledgeRisk',
    summary: 'Say that you who referred still hold the risk',
    description: 'For a referral that raised an urgent page. Said twice it is said once.',
    type: RiskAcknowledgedView,
  })
  @Post('/risk-acknowledgement')
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<RiskAcknowledgedView> {
    const { referralId } = done(await this.acknowledgeRisk.execute(actor, id as ReferralId, repeatable), {});
    return { referralId };
  }
}
