import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ChangeRisk, type Repeatable, type RiskChange } from '#libs/casework';
import type { RiskId, StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { NEEDS_REFUSALS } from './needs.copy';
import { CloseRiskBody, ReviewRiskBody } from './needs.dto';
import { RiskRaisedView } from './needs.view';

interface Asked {
  readonly riskId: RiskId;
  readonly revision: number;
  readonly change: RiskChange;
}

/** A risk that stands: looked at again, or closed with the reason. */
@ApiTags('needs and risks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/risks/:id')
export class RisksController {
  constructor(private readonly changeRisk: ChangeRisk) {}

  @ForAct('keep-needs', 'keep-shared-care')
  @ActAnswers({ id: 'reviewRisk', summary: 'Say that it still stands', type: RiskRaisedView, ifMatch: true })
  @Post('/review')
  review(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) riskId: RiskId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reviewOn }: ReviewRiskBody,
  ): Promise<RiskRaisedView> {
    return this.change(actor, { riskId, revision, change: { kind: 'review', reviewOn } }, repeatable);
  }

  @ForAct('keep-needs', 'keep-shared-care')
  @ActAnswers({
    id: 'closeRisk',
    summary: 'Close a risk with the reason',
    description: 'That it stood stays. Nobody is paged about it any more.',
    type: RiskRaisedView,
    ifMatch: true,
  })
  @Post('/close')
  close(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) riskId: RiskId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { ending }: CloseRiskBody,
  ): Promise<RiskRaisedView> {
    return this.change(actor, { riskId, revision, change: { kind: 'close', ending } }, repeatable);
  }

  private async change(actor: StaffActor, asked: Asked, repeatable: Repeatable): Promise<RiskRaisedView> {
    const { caseId } = done(await this.changeRisk.execute(actor, asked, repeatable), NEEDS_REFUSALS.change);
    return { caseId, riskId: asked.riskId };
  }
}
