import {
  assessCompetence,
  event,
  localDate,
  type AssessmentRefusal,
  type Assessor,
  type CaseId,
  type CompetenceRecord,
  type CompetenceRecordId,
  type Decision,
  type Finding,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { zoneOf } from './keep-ages';

export interface AssessInput {
  readonly caseId: CaseId;
  readonly decision: Decision;
  readonly finding: Finding;
  readonly assessor: Assessor;
  /** Who that other professional is; sealed. */
  readonly assessorName: string | null;
  /** Dates are `YYYY-MM-DD`. */
  readonly assessedOn: string;
  readonly reviewOn: string | null;
  /** What the person could understand, keep in mind, weigh and say; sealed. */
  readonly reasons: string;
}

export type AssessOutcome =
  | { readonly kind: 'assessed'; readonly caseId: CaseId; readonly recordId: CompetenceRecordId }
  | NotFound
  | Refused<AssessmentRefusal | 'case-closed' | 'unreadable'>;

/** Keeps how somebody's competence was judged for one decision: by whom, when, on what grounds, until when. */
export class Assess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(actor: StaffActor, input: AssessInput, repeatable: Repeatable): Promise<Once<AssessOutcome>> {
    const { unitOfWork, vault } = this;
    const about = { actor, act: 'assess-competence', caseId: input.caseId } as const;
    const sealer = await subjectOfCase({ unitOfWork, vault }, about);
    return unitOfWork.once<AssessOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'assessed' },
      (tx) => this.assess(tx, { actor, input, sealer }),
    );
  }

  private async assess(
    tx: Transaction,
    { actor, input, sealer }: { actor: StaffActor; input: AssessInput; sealer: SubjectVault | null },
  ): Promise<AssessOutcome> {
    const { caseId, decision, finding, assessor, assessedOn, reviewOn } = input;
    const caseFile = await lockCaseFor(tx, 'assess-competence', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const { personId, handlingAgencyId } = caseFile;
    const { timezone } = await zoneOf(tx);
    const band = await tx.consents.ageBandOf(personId);
    const today = localDate(tx.now, timezone);
    const judged = assessCompetence({ band, finding, assessedOn, reviewOn, today });
    if (judged.kind === 'refused') return judged;
    if (sealer === null) return refuse('unreadable');
    const id = this.ids.next<CompetenceRecordId>();
    const { test } = judged;
    const by = { recordedBy: actor.userId, recordedAt: tx.now };
    const record = { id, caseId, personId, decision, test, finding, assessor, assessedOn, reviewOn, ...by };
    await tx.people.addCompetence({ ...record, handlingAgencyId });
    await sealReasons(tx, { record, input, sealer });
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'competence.assessed',
        happenedAt: tx.now,
        payload: { recordId: id, decision, test, finding, reviewOn },
      }),
    ]);
    await tx.cases.save(caseFile);
    return { kind: 'assessed', caseId, recordId: id };
  }
}

async function sealReasons(
  tx: Transaction,
  { record, input, sealer }: { record: CompetenceRecord; input: AssessInput; sealer: SubjectVault },
): Promise<void> {
  const place = { recordId: record.id, kind: 'competence-note' } as const;
  const note = { text: input.reasons, assessor: input.assessorName };
  await tx.safeContact.addSealed({
    personId: record.personId,
    record: { ...place, sealed: sealer.seal(place, note) },
    at: tx.now,
  });
}
