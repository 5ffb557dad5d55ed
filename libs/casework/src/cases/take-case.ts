import type { CaseId, StaffActor } from '#libs/domain';
import type { Once, Repeatable, UnitOfWork } from '../ports';
import { NOT_FOUND, type NotFound, type Stale } from '../outcome';
import { takeOver } from '../handovers/move-ownership';
import { lockCaseFor } from './case-access';

export type TakeCaseOutcome =
  { readonly kind: 'taken'; readonly caseId: CaseId; readonly revision: number } | NotFound | Stale;

/** A worker takes a case on: from that instant they are the one accountable owner (P15). */
export class TakeCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    request: { readonly caseId: CaseId; readonly revision: number },
    repeatable: Repeatable,
  ): Promise<Once<TakeCaseOutcome>> {
    return this.unitOfWork.once<TakeCaseOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'taken' },
      async (tx) => {
        const caseFile = await lockCaseFor(tx, 'take-case', request.caseId);
        if (caseFile === null) return NOT_FOUND;
        if (caseFile.revision !== request.revision) return { kind: 'stale', revision: caseFile.revision };
        const saved = await takeOver(tx, caseFile, actor);
        return { kind: 'taken', caseId: caseFile.id, revision: saved.revision };
      },
    );
  }
}
