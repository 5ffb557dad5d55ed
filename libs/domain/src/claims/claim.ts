import type { CaseId, UserId } from '../ids';
import { MINUTE, plus, type Instant } from '../time';

/** How long a claim lasts when nobody renews it: longer than a call, shorter than a forgotten screen. */
export const CLAIM_LASTS = 15 * MINUTE;

/**
 * "I am calling": one person is on a case for a while, so that two people do not ring one telephone (practice §5).
 * Times are the system's own, never the demo's. A claim warns and never blocks.
 */
export interface Claim {
  readonly caseId: CaseId;
  readonly userId: UserId;
  readonly since: Instant;
  readonly until: Instant;
}

/** Whether somebody else is on the case at this instant. A claim has ended at its end. */
export function heldByAnother(
  claim: Claim | null,
  { userId, at }: { userId: UserId; at: Instant },
): claim is Claim {
  return claim !== null && claim.userId !== userId && at < claim.until;
}

/** The claim this person has from now on: a renewed one keeps its beginning. */
export function claimFor(
  claim: Claim | null,
  { caseId, userId, at }: { caseId: CaseId; userId: UserId; at: Instant },
): Claim {
  const renewed = claim !== null && claim.userId === userId && at < claim.until;
  return { caseId, userId, since: renewed ? claim.since : at, until: plus(at, CLAIM_LASTS) };
}
