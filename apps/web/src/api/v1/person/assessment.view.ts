import type { AssessmentOpened } from '#libs/casework';
import { ASSESSORS, DECISIONS, FINDINGS, isoOf, type CompetenceRecord } from '#libs/domain';
import { CodeProperty, DayProperty, IdProperty, InstantProperty, TextProperty } from '../openapi/properties';

const TESTS = ['gillick', 'capacity'];

/** How one decision was judged; what was judged of it before is superseded. */
export class AssessmentView {
  @IdProperty('The assessment.')
  id: string;

  @CodeProperty(DECISIONS, 'Which decision.')
  decision: string;

  @CodeProperty(TESTS, 'By what: understanding under 16, capacity from 16 on.')
  test: string;

  @CodeProperty(FINDINGS, 'What was found.')
  finding: string;

  @CodeProperty(ASSESSORS, 'Who judged it: whoever wrote it down, or another professional.')
  assessor: string;

  @DayProperty('On which day.')
  assessedOn: string;

  @DayProperty('When it is looked at again; null when the decision comes up again.', { nullable: true })
  reviewOn: string | null;

  @IdProperty('Who wrote it down.')
  recordedBy: string;

  @InstantProperty('When it was written down.')
  recordedAt: string;
}

export class OpenedAssessmentView extends AssessmentView {
  @TextProperty('The reasons; null while they cannot be opened.', 'Sample words of a sample worker', {
    nullable: true,
  })
  reasons: string | null;

  @TextProperty('Who the other professional is; null when there is none.', 'Sample Nurse Teal', {
    nullable: true,
  })
  assessorName: string | null;
}

export class AssessedView {
  @IdProperty('The assessment.')
  assessmentId: string;
}

export function assessmentView(record: CompetenceRecord): AssessmentView {
  const { id, decision, test, finding, assessor, assessedOn, reviewOn, recordedBy } = record;
  const recordedAt = isoOf(record.recordedAt);
  return { id, decision, test, finding, assessor, assessedOn, reviewOn, recordedBy, recordedAt };
}

export function openedAssessmentView({
  record,
  note,
}: Extract<AssessmentOpened, { kind: 'opened' }>): OpenedAssessmentView {
  return { ...assessmentView(record), reasons: note?.text ?? null, assessorName: note?.assessor ?? null };
}
