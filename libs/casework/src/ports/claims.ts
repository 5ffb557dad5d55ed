import type { CaseId, Claim } from '#libs/domain';

/** Who is on a case just now. Every answer is by the system's own clock. */
export interface ClaimStore {
  /**
   * Takes or renews the claim for the acting person unless somebody else holds it; `insist` takes it from them.
   * Answers whoever holds it afterwards: of two people at once exactly one reads their own name.
   */
  take(request: { readonly caseId: CaseId; readonly insist: boolean }): Promise<Claim>;
  /** Ends the acting person's own claim; nobody else's. */
  release(caseId: CaseId): Promise<void>;
  /** For the worker: ends the claim of somebody whom a wall keeps from the case. */
  dropWalled(caseId: CaseId): Promise<void>;
}
