import { ApiProperty } from '@nestjs/swagger';
import {
  AGE_BANDS,
  AGE_STAGES,
  ageRules,
  COMPETENCE_BASES,
  isoOf,
  mayDo,
  nextRuleChange,
  PURPOSES,
  RULE_AGES,
  type CompetenceRecord,
  type Instant,
  type SafeguardingTask,
  type StaffActor,
} from '#libs/domain';
import type { CompetenceLine, PersonAtRisk } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  DayProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  YesNoProperty,
} from '../openapi/properties';
import { SafeguardingTaskView, safeguardingView } from '../safeguarding/safeguarding.view';
import { AssessmentView, assessmentView } from './assessment.view';

const CHILD_PROTECTION = ['always', 'ask-every-time', 'on-cause', 'none'];
const SARC_ROUTES = ['police-or-social-care', 'with-consent'];
const OWN_DECISIONS = ['not-alone', 'once-assessed', 'presumed'];
const PARENT_CONTACTS = ['only-when-marked-safe', 'only-if-they-ask'];

/** What the age asks of whoever works with the person. */
export class AgeRulesView {
  @CodeProperty(AGE_STAGES, 'Where rights change.')
  stage: string;

  @CodeProperty(CHILD_PROTECTION, 'Whether child protection is told.')
  childProtection: string;

  @CodeProperty(SARC_ROUTES, 'How the sexual assault referral centre is reached.')
  sarcRoute: string;

  @CodeProperty(OWN_DECISIONS, 'Whose agreement counts.')
  ownDecision: string;

  @CodeProperty(PARENT_CONTACTS, 'Whether a parent may be contacted.')
  parentContact: string;

  @YesNoProperty('Whether enhanced rights are given by age alone.', false)
  enhancedByAge: boolean;
}

export class AgeRuleChangeView {
  @NumberProperty('The birthday at which a rule changes: 13, 16 or 18.', RULE_AGES[2])
  age: number;

  @DayProperty('The day.')
  on: string;
}

/** That somebody’s competence was judged for one decision; the reasons are sealed with the answer. */
export class CompetenceView {
  @CodeProperty(PURPOSES, 'The decision.')
  purpose: string;

  @CodeProperty(COMPETENCE_BASES, 'On what footing it stands.')
  basis: string;

  @IdProperty('Who judged it.')
  assessedBy: string;

  @InstantProperty('When.')
  assessedAt: string;
}

export class PersonView {
  @IdProperty('The case.')
  caseId: string;

  @CodeProperty(
    AGE_BANDS,
    'How old they were when it happened, as young as it can have been; null when not known.',
    {
      nullable: true,
    },
  )
  ageAtIncident: string | null;

  @CodeProperty(AGE_BANDS, 'How old they were at the report.')
  ageAtReport: string;

  @CodeProperty(AGE_BANDS, 'How old they are now, as young as they can be.')
  ageNow: string;

  @ApiProperty({ type: AgeRulesView, description: 'What that asks for.' })
  rules: AgeRulesView;

  @ApiProperty({
    type: [AgeRuleChangeView],
    description: 'The next birthday that changes a rule; empty for an adult, or when the day is not known.',
  })
  nextRuleChange: AgeRuleChangeView[];

  @ApiProperty({
    type: [SafeguardingTaskView],
    description: 'Who is seeing to their safety; live ones first.',
  })
  safeguardingTasks: SafeguardingTaskView[];

  @ApiProperty({ type: [CompetenceView], description: 'Decisions that stand on more than their own age.' })
  competence: CompetenceView[];

  @ApiProperty({
    type: [AssessmentView],
    description: 'The latest assessment of each decision, without its reasons.',
  })
  assessments: AssessmentView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class AgeCorrectedView {
  @IdProperty('The case.')
  caseId: string;

  @CodeProperty(AGE_BANDS, 'How old they are now, as young as they can be.')
  ageNow: string;

  @YesNoProperty(
    'Whether they are younger than we thought: look again at what they agreed to, and at who is called.',
    false,
  )
  younger: boolean;
}

export function personView(
  caseId: string,
  found: {
    readonly person: PersonAtRisk;
    readonly tasks: readonly SafeguardingTask[];
    readonly competence: readonly CompetenceLine[];
    readonly assessments: readonly CompetenceRecord[];
    readonly bornOn: string | null;
  },
  reading: { readonly actor: StaffActor; readonly now: Instant; readonly today: string },
): PersonView {
  const { person, tasks, competence, assessments, bornOn } = found;
  const { actor } = reading;
  const path = `/api/v1/cases/${caseId}/person`;
  const next = bornOn === null ? null : nextRuleChange({ kind: 'born', bornOn }, reading.today);
  return {
    caseId,
    ageAtIncident: person.ageAtIncident,
    ageAtReport: person.ageAtReport,
    ageNow: person.ageNow,
    rules: { ...ageRules(person.ageNow) },
    nextRuleChange: next === null ? [] : [next],
    safeguardingTasks: tasks.map((task) => safeguardingView(task, reading)),
    competence: competence.map(({ purpose, basis, assessedBy, assessedAt }) => ({
      purpose,
      basis,
      assessedBy,
      assessedAt: isoOf(assessedAt),
    })),
    assessments: assessments.map(assessmentView),
    availableActions: availableOf([
      ...assessments.map(
        ({ id }) =>
          ({
            action: 'read-assessment',
            method: 'GET',
            href: `${path}/assessments/${id}`,
            may: true,
          }) as const,
      ),
      { action: 'correct-age', method: 'POST', href: `${path}/age`, may: mayDo(actor, 'correct-age') },
      {
        action: 'assess',
        method: 'POST',
        href: `${path}/assessments`,
        may: mayDo(actor, 'assess-competence'),
      },
    ]),
  };
}
