import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { MovePlanLead, type Repeatable } from '#libs/casework';
import type { PlanLeadId, StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { LEAD_REFUSALS } from './plan.copy';
import { MovePlanLeadBody } from './plan.dto';
import { PlanLeadMovedView } from './plan.view';

/** The lead of a plan on its way between the desk and a service. */
@ApiTags('plan')
@ApiBearerAuth('bearer')
@Controller('/api/v1/plan-leads/:id')
export class PlanLeadsController {
  constructor(private readonly moveLead: MovePlanLead) {}

  @ForAct('keep-plan', 'keep-shared-plan')
  @ActAnswers({
    id: 'movePlanLead',
    summary: 'Answer an offer of the lead, give it back or take it back',
    description: 'Whoever answers for the case leads until a worker of the service accepts.',
    type: PlanLeadMovedView,
    ifMatch: true,
  })
  @Post('/moves')
  async move(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { move }: MovePlanLeadBody,
  ): Promise<PlanLeadMovedView> {
    const request = { leadId: id as PlanLeadId, revision, event: move };
    const { lead } = done(await this.moveLead.execute(actor, request, repeatable), LEAD_REFUSALS);
    return { leadId: id, state: lead.state };
  }
}
