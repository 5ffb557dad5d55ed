import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AskOverride, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { caseConsent } from '#libs/persistence';
import { ASK_OVERRIDE_REFUSALS } from '../../../pages/consent/override.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { AskOverrideBody } from './override.dto';
import { CaseOverridesView, OverrideAskedView, overrideView } from './override.view';

@ApiTags('consent')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/overrides')
export class CaseOverridesController {
  constructor(
    private readonly cases: CaseReader,
    private readonly askOverride: AskOverride,
  ) {}

  @ForAct('see-consent')
  @Answers({
    id: 'listCaseOverrides',
    summary: 'Every time that sharing without consent was asked for on a case',
    type: CaseOverridesView,
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<CaseOverridesView> {
    return this.cases.with(actor, id, async (manager, { caseId }, now) => {
      const { overrides } = await caseConsent(manager, caseId);
      return { caseId, items: overrides.map((override) => overrideView(override, { actor, now })) };
    });
  }

  @ForAct('ask-override')
  @ActAnswers({
    id: 'askOverride',
    summary: 'Ask to share without consent',
    description: 'A second person confirms it first. It ends by itself and is reviewed.',
    type: OverrideAskedView,
    status: 201,
    ifMatch: true,
  })
  @Post()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { necessity, ...asked }: AskOverrideBody,
  ): Promise<OverrideAskedView> {
    const input = { ...asked, caseId: id as CaseId, revision, necessity: textOf(necessity) };
    const { overrideId, caseId } = done(
      await this.askOverride.execute(actor, input, repeatable),
      ASK_OVERRIDE_REFUSALS,
    );
    return { overrideId, caseId };
  }
}
