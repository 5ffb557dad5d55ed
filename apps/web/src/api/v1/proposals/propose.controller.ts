import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ATTEMPT_POLICY,
  ProposeChange,
  type AttemptPolicyBody,
  type CalendarChange,
  type ChangeInput,
  type Repeatable,
} from '#libs/casework';
import { PERSON_TEMPLATE_IDS, type StaffActor } from '#libs/domain';
import { calendarVersions, policyVersions, PostgresUnitOfWork } from '#libs/persistence';
import { invalidInput, type Problem } from '../../../errors/problem';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { endingOf } from './ending';
import { policyAfter } from './policy-change';
import { ProposePolicyBody } from './policy.dto';
import { impossible, PROPOSE_REFUSALS } from './proposal.copy';
import { ProposeAttemptPolicyBody, ProposeHolidaysBody, ProposeTemplateBody } from './proposal.dto';
import { ProposedView } from './proposal.view';

@ApiTags('proposals')
@ApiBearerAuth('bearer')
@Controller('/api/v1/proposals')
export class ProposeController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly proposeChange: ProposeChange,
  ) {}

  @ForAct('propose-change')
  @ActAnswers({
    id: 'proposeAttemptPolicy',
    summary: 'Propose how often and over how long a person is tried',
    type: ProposedView,
    status: 201,
  })
  @Post('/attempt-policy')
  attemptPolicy(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { basedOnVersion, effectiveFrom, reason, ...policy }: ProposeAttemptPolicyBody,
  ): Promise<ProposedView> {
    const body: AttemptPolicyBody = policy;
    const change = { kind: 'attempt-policy', subject: ATTEMPT_POLICY, body } as const;
    return this.propose(
      actor,
      { ...change, ...endingOf({ basedOnVersion, effectiveFrom, reason }) },
      repeatable,
    );
  }

  @ForAct('propose-change')
  @ActAnswers({
    id: 'proposePolicy',
    summary: 'Propose other limits or warnings of a promise',
    description: 'Clocks that have started keep the version they began with.',
    type: ProposedView,
    status: 201,
  })
  @Post('/policies')
  async policy(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { policy: id, limbs, bindingLimb, ...ending }: ProposePolicyBody,
  ): Promise<ProposedView> {
    const versions = await this.unitOfWork.read(actor, policyVersions);
    const base = versions.find(({ policy }) => policy.id === id && policy.version === ending.basedOnVersion);
    if (base === undefined) throw noSuchVersion('policy');
    const body = policyAfter(base.policy, { limbs, bindingLimb });
    return this.propose(actor, { kind: 'policy', subject: id, body, ...endingOf(ending) }, repeatable);
  }

  @ForAct('propose-change')
  @ActAnswers({
    id: 'proposeHolidays',
    summary: 'Propose bank holidays, or that the list is known for longer',
    description:
      'Once approved it moves the deadlines of started clocks that are not yet due, and no others.',
    type: ProposedView,
    status: 201,
  })
  @Post('/bank-holidays')
  async holidays(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: ProposeHolidaysBody,
  ): Promise<ProposedView> {
    const { calendar, addedHolidays, knownUntil, ...ending } = body;
    const versions = await this.unitOfWork.read(actor, calendarVersions);
    const base = versions.find(({ id, version }) => id === calendar && version === body.basedOnVersion);
    if (base === undefined) throw noSuchVersion('calendar');
    const holidays = [...new Set([...base.hours.holidays, ...addedHolidays])].toSorted();
    const hours = { ...base.hours, holidays, ...(knownUntil !== undefined && { knownUntil }) };
    const change: CalendarChange = { change: 'holidays', hours, addedHolidays };
    const input = { kind: 'calendar', subject: calendar, body: change, ...endingOf(ending) } as const;
    return this.propose(actor, input, repeatable);
  }

  @ForAct('propose-change')
  @ActAnswers({
    id: 'proposeMessageTemplate',
    summary: 'Propose the text of a message to staff',
    type: ProposedView,
    status: 201,
  })
  @Post('/message-templates')
  template(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { template, one, many, ...ending }: ProposeTemplateBody,
  ): Promise<ProposedView> {
    if (PERSON_TEMPLATE_IDS.some((id) => id === template)) throw forPeople();
    const body = { one: { ...one }, many: { ...many } };
    const change = { kind: 'message-template', subject: template, body } as const;
    return this.propose(actor, { ...change, ...endingOf(ending) }, repeatable);
  }

  private async propose(
    actor: StaffActor,
    input: ChangeInput,
    repeatable: Repeatable,
  ): Promise<ProposedView> {
    const outcome = done(await this.proposeChange.execute(actor, input, repeatable), PROPOSE_REFUSALS);
    if (outcome.kind === 'impossible') throw impossible(outcome.faults);
    return { proposalId: outcome.proposalId };
  }
}

function noSuchVersion(field: 'policy' | 'calendar'): Problem {
  return invalidInput([{ field, message: `${field} and basedOnVersion must be a version that is there` }]);
}

/** A text that goes to people has other parts, and an address of its own. */
function forPeople(): Problem {
  const message = 'template is a text that goes to people: propose it at person-message-templates';
  return invalidInput([{ field: 'template', message }]);
}
