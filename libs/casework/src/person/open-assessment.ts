import type { CaseId, CompetenceRecord, CompetenceRecordId, StaffActor } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { Sealable, UnitOfWork, Vault } from '../ports';

export type AssessmentOpened =
  | {
      readonly kind: 'opened';
      readonly record: CompetenceRecord;
      /** Null when the person's key is gone or out of reach. */
      readonly note: Sealable['competence-note'] | null;
    }
  | NotFound;

/** Shows one assessment with its reasons. The access row is committed before they are opened (P8). */
export class OpenAssessment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    { caseId, recordId }: { caseId: CaseId; recordId: CompetenceRecordId },
  ): Promise<AssessmentOpened> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const caseFile = await findCaseFor(tx, 'see-person', caseId);
      const record = caseFile === null ? null : await tx.people.findCompetence(recordId);
      if (record === null || record.caseId !== caseId) return null;
      const { personId } = record;
      await tx.accessLog.record([{ personId, caseId, what: 'competence-note', basis: 'case-work' }]);
      const sealed = await tx.safeContact.sealedOf(personId, [recordId]);
      return { record, note: sealed.find(({ kind }) => kind === 'competence-note') };
    });
    if (found === null) return NOT_FOUND;
    const { record, note } = found;
    const subject = await this.vault.of(record.personId);
    const place = { recordId, kind: 'competence-note' } as const;
    const readable = subject.kind === 'open' && note !== undefined;
    return { kind: 'opened', record, note: readable ? subject.vault.open(place, note.sealed) : null };
  }
}
