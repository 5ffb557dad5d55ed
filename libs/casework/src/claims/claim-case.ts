import { heldByAnother, type CaseId, type Instant, type StaffActor, type UserId } from '#libs/domain';
import { findCaseFor } from '../cases';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { UnitOfWork } from '../ports';

export type ClaimCaseOutcome =
  | { readonly kind: 'claimed' }
  /** Somebody else is calling; `since` is by the system's clock. Calling anyway is `insist`. */
  | { readonly kind: 'held'; readonly by: UserId; readonly since: Instant }
  | NotFound;

/**
 * "I am calling": others see it on the board and on the case for a quarter of an hour. It changes nothing about the
 * case and blocks nobody, so it is not journalled, and saying it twice renews it.
 */
export class ClaimCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { caseId, insist }: { readonly caseId: CaseId; readonly insist: boolean },
  ): Promise<ClaimCaseOutcome> {
    return this.unitOfWork.run<ClaimCaseOutcome>(actor, async (tx) => {
      const caseFile = await findCaseFor(tx, 'claim-case', caseId);
      if (caseFile === null || caseFile.closedAt !== null) return NOT_FOUND;
      const claim = await tx.claims.take({ caseId, insist });
      return heldByAnother(claim, { userId: actor.userId, at: claim.since })
        ? { kind: 'held', by: claim.userId, since: claim.since }
        : { kind: 'claimed' };
    });
  }
}
