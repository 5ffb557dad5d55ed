import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ProposeChange, RETENTION_SCHEDULE, type Repeatable } from '#libs/casework';
import { rulesInOrder, type RetentionRule, type RetentionSchedule, type StaffActor } from '#libs/domain';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { endingOf } from './ending';
import { impossible, PROPOSE_REFUSALS } from './proposal.copy';
import { ProposedView } from './proposal.view';
import { ProposeRetentionBody, type RetentionRuleBody } from './retention.dto';

@ApiTags('proposals')
@ApiBearerAuth('bearer')
@Controller('/api/v1/proposals/retention-schedule')
export class ProposeRetentionController {
  constructor(private readonly proposeChange: ProposeChange) {}

  @ForAct('propose-retention')
  @ActAnswers({
    id: 'proposeRetentionSchedule',
    summary: 'Propose how long records are kept',
    description:
      'A service manager decides. What would become due stands in the preview of the proposal; nothing is erased by it.',
    type: ProposedView,
    status: 201,
  })
  @Post()
  async propose(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { rules, ...ending }: ProposeRetentionBody,
  ): Promise<ProposedView> {
    const body = {
      version: ending.basedOnVersion + 1,
      rules: rulesInOrder(rules.map(ruleIn)),
    } satisfies RetentionSchedule;
    const change = { kind: 'retention', subject: RETENTION_SCHEDULE, body, ...endingOf(ending) } as const;
    const outcome = done(await this.proposeChange.execute(actor, change, repeatable), PROPOSE_REFUSALS);
    if (outcome.kind === 'impossible') throw impossible(outcome.faults);
    return { proposalId: outcome.proposalId };
  }
}

function ruleIn({ outcome, years, ground }: RetentionRuleBody): RetentionRule {
  return { record: 'person', outcome, years, ground };
}
