import { ApiProperty } from '@nestjs/swagger';
import type { SupportWords } from '#libs/casework';
import {
  isoOf,
  mayChangeKept,
  NEED_ANSWERS,
  NEED_AREAS,
  needsNow,
  RISK_ENDINGS,
  RISKS,
  type NeedsAssessment,
  type RiskFlag,
  type StaffActor,
} from '#libs/domain';
import type { NeedsOfCase } from '#libs/persistence';
import { keepsToo, type CareRead } from '../cases/care-reader';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  DayProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

export class NeedView {
  @CodeProperty(NEED_AREAS, 'Which area.')
  area: string;

  @CodeProperty(NEED_ANSWERS, 'The last answer that says anything.')
  answer: string;
}

export class AssessmentTimeView {
  @IdProperty('The assessment.')
  id: string;

  @IdProperty('The service that keeps it; null when the desk does.', NULLABLE)
  keptBy: string | null;

  @IdProperty('Who asked.')
  assessedBy: string;

  @InstantProperty('When they spoke.')
  happenedAt: string;

  @ApiProperty({ type: [NeedView], description: 'What was said then.' })
  answers: NeedView[];
}

export class RiskView {
  @IdProperty('The risk.')
  id: string;

  @CodeProperty(RISKS, 'Which.')
  risk: string;

  @CodeProperty(['standing', 'closed'], 'Whether it stands.')
  state: string;

  @IdProperty('The service that keeps it; null when the desk does.', NULLABLE)
  keptBy: string | null;

  @IdProperty('Who saw it.')
  raisedBy: string;

  @InstantProperty('When they said so.')
  raisedAt: string;

  @DayProperty('When somebody looks at it again.')
  reviewOn: string;

  @TextProperty(
    'What makes them say so; null when there are no words or they cannot be read.',
    'Sample',
    NULLABLE,
  )
  words: string | null;

  @CodeProperty(RISK_ENDINGS, 'Why it was closed.', NULLABLE)
  ending: string | null;

  @InstantProperty('When it was closed.', NULLABLE)
  closedAt: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

/** What a case says of needs and risks. There is no score. */
export class CaseNeedsView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [NeedView], description: 'How each area stands now.' })
  needs: NeedView[];

  @ApiProperty({ type: [AssessmentTimeView], description: 'Each time somebody asked, the last first.' })
  assessments: AssessmentTimeView[];

  @ApiProperty({ type: [RiskView], description: 'Those that stand first.' })
  risks: RiskView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class NeedsRecordedView {
  @IdProperty('The case.')
  caseId: string;
}

export class RiskRaisedView extends NeedsRecordedView {
  @IdProperty('The risk.')
  riskId: string;
}

export function caseNeedsView(
  found: Pick<CareRead, 'caseId' | 'open' | 'keptBy'> & { readonly needs: NeedsOfCase },
  words: SupportWords,
  actor: StaffActor,
): CaseNeedsView {
  const { caseId, open, keptBy: reader, needs } = found;
  const keeps = keepsToo(actor, reader, 'keep-needs');
  const path = `/api/v1/cases/${caseId}`;
  const add = (action: string, end: string) =>
    ({ action, method: 'POST', href: `${path}/${end}`, may: open && keeps }) as const;
  return {
    caseId,
    needs: answersOf(needsNow(needs.assessments)),
    assessments: needs.assessments.map(({ id, keptBy, assessedBy, happenedAt, answers }) => ({
      id,
      keptBy,
      assessedBy,
      happenedAt: isoOf(happenedAt),
      answers: answersOf(answers),
    })),
    risks: needs.risks.map((risk) => riskView(risk, words, keeps && mayChangeKept({ keptBy: reader }, risk))),
    availableActions: availableOf([add('record-needs', 'needs'), add('raise-risk', 'risks')]),
  };
}

function answersOf(answers: NeedsAssessment['answers']): NeedView[] {
  return NEED_AREAS.map((area) => ({ area, answer: answers[area] }));
}

function riskView(flag: RiskFlag, words: SupportWords, keeps: boolean): RiskView {
  const { id, risk, state, keptBy, raisedBy, raisedAt, reviewOn, ending, closedAt, revision } = flag;
  const act = (action: string, end: string) =>
    ({
      action,
      method: 'POST',
      href: `/api/v1/risks/${id}/${end}`,
      may: keeps && state === 'standing',
    }) as const;
  return {
    id,
    risk,
    state,
    keptBy,
    raisedBy,
    raisedAt: isoOf(raisedAt),
    reviewOn,
    words: words.noteOf(id),
    ending,
    closedAt: closedAt && isoOf(closedAt),
    etag: entityTag(revision),
    availableActions: availableOf([act('review-risk', 'review'), act('close-risk', 'close')]),
  };
}
