import type { CaseId, StaffActor } from '#libs/domain';
import { findCaseFor } from '../cases';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { UnitOfWork } from '../ports';

/** "I am done": ends the actor's own claim. Recording an attempt does it too. */
export class ReleaseClaim {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, caseId: CaseId): Promise<{ readonly kind: 'released' } | NotFound> {
    return this.unitOfWork.run(actor, async (tx) => {
      if ((await findCaseFor(tx, 'claim-case', caseId)) === null) return NOT_FOUND;
      await tx.claims.release(caseId);
      return { kind: 'released' as const };
    });
  }
}
