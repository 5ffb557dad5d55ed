import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { OfferPlanLead, type PlanDoor, type Repeatable } from '#libs/casework';
import type { AgencyId, CaseId, StaffActor } from '#libs/domain';
import { awayAmong, casePlan, promisedCallOf } from '#libs/persistence';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { PlanActs } from './plan-acts';
import { OFFER_REFUSALS } from './plan.copy';
import { OfferPlanLeadBody, PlanContactBody, PlanContactOutcomeBody, ToldTopicsBody } from './plan.dto';
import { CasePlanView, ContactPlannedView, PlanLeadOfferedView, ToldKeptView } from './plan.view';
import { casePlanView } from './plan-views';

/** The one plan of a case, for whoever handles it. */
@ApiTags('plan')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/plan')
export class CasePlanApiController {
  constructor(
    private readonly cases: CaseReader,
    private readonly acts: PlanActs,
    private readonly offerLead: OfferPlanLead,
  ) {}

  @ForAct('see-plan')
  @Answers({
    id: 'readPlan',
    summary: 'Who leads, who supports the person, who is in touch next and what need not be asked again',
    type: CasePlanView,
  })
  @Get()
  read(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<CasePlanView> {
    return this.cases.with(actor, id, async (manager, summary) => {
      const { caseId, ownerUserId } = summary;
      const read = {
        plan: await casePlan(manager, caseId),
        promised: await promisedCallOf(manager, caseId),
        away: await awayAmong(manager, [ownerUserId]),
      };
      return casePlanView(read, { summary, actor });
    });
  }

  @ForAct('keep-plan')
  @ActAnswers({
    id: 'offerPlanLead',
    summary: 'Offer the lead of a plan to a service that something is shared with',
    description: 'Nothing moves before one of its workers accepts.',
    type: PlanLeadOfferedView,
    status: 201,
  })
  @Post('/lead')
  async offer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { agencyId }: OfferPlanLeadBody,
  ): Promise<PlanLeadOfferedView> {
    const input = { caseId: id as CaseId, agencyId: agencyId as AgencyId };
    const { leadId } = done(await this.offerLead.execute(actor, input, repeatable), OFFER_REFUSALS);
    return { leadId };
  }

  @ForAct('keep-plan')
  @ActAnswers({
    id: 'planContact',
    summary: 'Note that you will be in touch with the person, and when',
    description: 'It contacts nobody and moves no clock.',
    type: ContactPlannedView,
    status: 201,
  })
  @Post('/contacts')
  plan(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: PlanContactBody,
  ): Promise<ContactPlannedView> {
    return this.acts.plan(actor, body, { door: doorOf(id), repeatable });
  }

  @ForAct('keep-plan')
  @ActAnswers({
    id: 'closePlanContact',
    summary: 'Say what became of a contact that your service planned',
    type: ContactPlannedView,
  })
  @Post('/contacts/:contactId/outcome')
  close(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('contactId', SafeIdPipe) contactId: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { outcome }: PlanContactOutcomeBody,
  ): Promise<ContactPlannedView> {
    return this.acts.close(actor, { contactId, outcome }, { door: doorOf(id), repeatable });
  }

  @ForAct('keep-plan')
  @ActAnswers({
    id: 'keepTold',
    summary: 'Say which topics the person has told your service; never what was said',
    type: ToldKeptView,
  })
  @Post('/told')
  told(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: ToldTopicsBody,
  ): Promise<ToldKeptView> {
    return this.acts.told(actor, body, { door: doorOf(id), repeatable });
  }
}

function doorOf(id: string): PlanDoor {
  return { kind: 'case', caseId: id as CaseId };
}
