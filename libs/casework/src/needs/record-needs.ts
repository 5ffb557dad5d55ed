import {
  event,
  needsRefusal,
  wholeAnswers,
  type AssessmentId,
  type CaseId,
  type Instant,
  type NeedAnswer,
  type NeedArea,
  type NeedsAssessment,
  type NeedsRefusal,
  type StaffActor,
} from '#libs/domain';
import { lockCareCase } from '../care/care-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface RecordNeedsInput {
  readonly caseId: CaseId;
  /** What was left out was not asked. */
  readonly answers: Readonly<Partial<Record<NeedArea, NeedAnswer>>>;
  readonly happenedAt: Instant;
}

export type RecordNeedsOutcome =
  | { readonly kind: 'recorded'; readonly assessmentId: AssessmentId }
  | NotFound
  | Refused<NeedsRefusal | 'case-closed'>;

/** Records a going through of the areas of need. It opens nothing by itself: a risk is raised by whoever sees one. */
export class RecordNeeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: RecordNeedsInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordNeedsOutcome>> {
    return this.unitOfWork.once<RecordNeedsOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    { caseId, happenedAt, answers: given }: RecordNeedsInput,
  ): Promise<RecordNeedsOutcome> {
    const caseFile = await lockCareCase(tx, 'keep-needs', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closed) return refuse('case-closed');
    const answers = wholeAnswers(given);
    const wrong = needsRefusal({ answers, happenedAt, now: tx.now });
    if (wrong !== null) return refuse(wrong);
    const { personId, handlingAgencyId, keptBy } = caseFile;
    const assessment: NeedsAssessment = {
      id: this.ids.next<AssessmentId>(),
      caseId,
      personId,
      handlingAgencyId,
      keptBy,
      answers,
      assessedBy: actor.userId,
      happenedAt,
      recordedAt: tx.now,
    };
    await tx.needs.addAssessment(assessment);
    const subject = { kind: 'needs-assessment', id: assessment.id } as const;
    const payload = { assessmentId: assessment.id };
    await tx.journal.append([event({ subject, caseId, type: 'needs.assessed', happenedAt, payload })]);
    return { kind: 'recorded', assessmentId: assessment.id };
  }
}
