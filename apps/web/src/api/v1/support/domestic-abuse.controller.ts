import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { FlagDomesticAbuse, LowerDomesticAbuse, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { FlagDomesticAbuseBody, LowerDomesticAbuseBody } from './case-support.dto';
import { SupportNotedView } from './case-support.view';
import { SUPPORT_REFUSALS } from './support.copy';

@ApiTags('kinds of support')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/domestic-abuse')
export class DomesticAbuseController {
  constructor(
    private readonly flag: FlagDomesticAbuse,
    private readonly lower: LowerDomesticAbuse,
  ) {}

  @ForAct('flag-domestic-abuse')
  @ActAnswers({
    id: 'flagDomesticAbuse',
    summary: 'Say that there is domestic abuse',
    description: 'Opens tasks for DASH, MARAC and an adviser. Nothing is sent by it.',
    type: SupportNotedView,
    status: 201,
  })
  @Post()
  async raise(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { why, reviewOn }: FlagDomesticAbuseBody,
  ): Promise<SupportNotedView> {
    const input = { caseId, why: textOf(why), reviewOn };
    done(await this.flag.execute(actor, input, repeatable), SUPPORT_REFUSALS.abuse);
    return { caseId };
  }

  @ForAct('flag-domestic-abuse')
  @ActAnswers({
    id: 'lowerDomesticAbuse',
    summary: 'Take the flag down',
    description: 'That it stood, and who said so, stays in the record. Send the ETag of the flag.',
    type: SupportNotedView,
    ifMatch: true,
  })
  @Post('/lower')
  async takeDown(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { lowering }: LowerDomesticAbuseBody,
  ): Promise<SupportNotedView> {
    const input = { caseId, revision, lowering };
    done(await this.lower.execute(actor, input, repeatable), SUPPORT_REFUSALS.lower);
    return { caseId };
  }
}
