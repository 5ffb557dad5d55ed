import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ProposeChange, type Repeatable } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { instant, personTemplateFaults, type PersonTemplateBody, type StaffActor } from '#libs/domain';
import { personTemplateVersions, PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../../casework/tokens';
import { invalidInput } from '../../../errors/problem';
import { PERSON_EMPTY, PERSON_FAULTS } from '../../../pages/message-templates/person-template.copy';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { impossible, PROPOSE_REFUSALS } from '../proposals/proposal.copy';
import { ProposedView } from '../proposals/proposal.view';
import { textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ProposePersonTemplateBody } from './person-template.dto';
import { PersonTemplatesView, personTemplateVersionView } from './person-template.view';

/** The only texts that a person who is supported may get. Two people change one, like every rule. */
@ApiTags('policies')
@ApiBearerAuth('bearer')
@Controller('/api/v1')
export class PersonTemplatesController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly proposeChange: ProposeChange,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('see-message-templates')
  @Answers({
    id: 'listPersonMessageTemplates',
    summary: 'Every version of the texts that people may be sent',
    type: PersonTemplatesView,
  })
  @Get('/person-message-templates')
  async list(@CurrentActor() actor: StaffActor): Promise<PersonTemplatesView> {
    const versions = await this.unitOfWork.read(actor, (manager) => personTemplateVersions(manager));
    return {
      items: versions.map((version, at) =>
        personTemplateVersionView(version, {
          actor,
          newest: versions.findIndex(({ id }) => id === version.id) === at,
        }),
      ),
    };
  }

  @ForAct('propose-change')
  @ActAnswers({
    id: 'proposePersonMessageTemplate',
    summary: 'Propose a text that people may be sent',
    description:
      'No name, no service, no reason and no number: whoever else picks up the phone must learn nothing.',
    type: ProposedView,
    status: 201,
  })
  @Post('/proposals/person-message-templates')
  async propose(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { template, basedOnVersion, effectiveFrom, reason, ...text }: ProposePersonTemplateBody,
  ): Promise<ProposedView> {
    const body = { subject: textOf(text.subject), mail: textOf(text.mail), phone: textOf(text.phone) };
    refuseFaults(body, this.pack.tellingWords);
    const starts = effectiveFrom === null ? null : instant(effectiveFrom);
    const change = { kind: 'message-template', subject: template, body } as const;
    const input = { ...change, basedOnVersion, effectiveFrom: starts, reason };
    const outcome = done(await this.proposeChange.execute(actor, input, repeatable), PROPOSE_REFUSALS);
    if (outcome.kind === 'impossible') throw impossible(outcome.faults);
    return { proposalId: outcome.proposalId };
  }
}

/** Said at the field, before the rule that looks at the whole says the same without one. */
function refuseFaults(body: PersonTemplateBody, tellingWords: readonly string[]): void {
  const errors = personTemplateFaults(body, tellingWords).map(({ part, kind, about }) => ({
    field: part,
    message: kind === 'empty' ? PERSON_EMPTY[part] : PERSON_FAULTS[kind](about),
  }));
  if (errors.length > 0) throw invalidInput(errors);
}
