import type { CaseId, EqualityEntry, StaffActor } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { UnitOfWork } from '../ports';

export type EqualityRead = { readonly kind: 'read'; readonly entries: readonly EqualityEntry[] } | NotFound;

/** Reads the equality answers of a case; that they were read is on record (P8). */
export class ReadEquality {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, caseId: CaseId): Promise<EqualityRead> {
    return this.unitOfWork.run<EqualityRead>(actor, async (tx) => {
      const caseFile = await findCaseFor(tx, 'see-equality', caseId);
      if (caseFile === null) return NOT_FOUND;
      const { personId } = caseFile;
      const entries = await tx.equality.ofCase(caseId);
      await tx.accessLog.record([{ personId, caseId, what: 'equality-answers', basis: 'case-work' }]);
      return { kind: 'read', entries };
    });
  }
}
